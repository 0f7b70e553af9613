import type { ChannelKind } from '../../contract/load-workspace.js';
import type { Channel } from './channel.js';
import { dingtalk } from './dingtalk.js';
import { email } from './email.js';
import { feishu } from './feishu.js';
import { slack } from './slack.js';
import { teams } from './teams.js';
import { wecom } from './wecom.js';

/** Every kind of channel by its name: the one place where a new one is entered. */
export const CHANNELS: Readonly<Record<ChannelKind, Channel>> = { feishu, dingtalk, wecom, slack, teams, email };
