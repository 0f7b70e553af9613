import { bytesOf, type Message } from '../message.js';
import { byStatus, type Channel, webhookAddress } from './channel.js';

/*
 * A workflow of Microsoft Teams that begins with "When a Teams webhook request is received",
 * https://learn.microsoft.com/connectors/teams/#microsoft-teams-webhook: an adaptive card, at most 28 KB, four requests a second (429
 * beyond); 202 says that the workflow has it. Incoming webhooks of Office 365 connectors (`webhook.office.com`) have been retired and are
 * refused. A `TextBlock` would read Markdown; a `TextRun` of a `RichTextBlock` does not
 * (https://learn.microsoft.com/adaptive-cards/create/textfeatures), and nobody is mentioned without an entity in `msteams`.
 */

const MOST_BYTES = 27_000;

export const teams: Channel = {
  form: 'https://….environment.api.powerplatform.com/powerautomate/…/workflows/…?…&sig=…',
  address: (secret) => {
    const address = webhookAddress(secret, ['.logic.azure.com', '.api.powerplatform.com'], /\/workflows\/.*[?&]sig=[\w%-]+/);
    return address === null || address.key !== null ? null : address;
  },
  mostBytes: MOST_BYTES,
  sizeOf: (message) => bytesOf(JSON.stringify(content(message))),
  parcel: ({ url }, message) => ({ by: 'web', post: { url: url.href, body: JSON.stringify(content(message)) } }),
  meaning: byStatus,
  apart: 1000,
};

function content({ title, lines }: Message) {
  const rich = (inlines: readonly object[]) => ({ type: 'RichTextBlock', inlines });
  const rows = lines.map(({ text, link }) =>
    rich([
      { type: 'TextRun', text: link === undefined ? text : `${text} ` },
      ...(link === undefined ? [] : [{ type: 'TextRun', text: link.text, selectAction: { type: 'Action.OpenUrl', url: link.href } }]),
    ]),
  );
  const card = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    msteams: { width: 'Full' },
    body: [rich([{ type: 'TextRun', text: title, weight: 'Bolder' }]), ...rows],
  };
  return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: card }] };
}
