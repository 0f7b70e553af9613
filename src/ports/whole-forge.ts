import type { ForgeSettings } from './forge-settings.js';
import type { Forge } from './forge-writes.js';

/** All that is implemented of a forge; who uses it takes the part that it needs. */
export interface WholeForge extends Forge, ForgeSettings {}
