import { changedBetween, type Tree } from './paper-git.js';

/*
 * What the design demands (the gate's rules 1 to 21), told by somebody who has seen everything that happened and knows nothing of how
 * the product decides. It is told deeds; it says of every change of the default branch whether that was safe.
 */

export type Side = 'brand' | 'provider';
const SIDES = ['brand', 'provider'] as const;

/** Who signs for whom, and how many of them it takes. */
export interface Signing {
  readonly people: Readonly<Record<Side, readonly number[]>>;
  readonly required: Readonly<Record<Side, number>>;
}

/** What texts of the place mean. */
export interface Place {
  readonly app: number;
  /** Who signs by the text of a contract. */
  readonly signingIn: (contractText: string, contract: string) => Signing;
  /** Who decides about everything else by the text of the workspace. */
  readonly governanceIn: (workspaceText: string) => Signing;
  /** What an event says: its party, whether that party may file such a thing alone. */
  readonly eventIn: (text: string) => { readonly side: Side | null; readonly alone: readonly Side[] };
}

export const WORKSPACE = 'contracts/workspace.yaml';
export const contractOf = (path: string): string | null => /^contracts\/([^/]+)\//.exec(path)?.[1] ?? null;
const termsPath = (contract: string) => `contracts/${contract}/contract.yaml`;
const isEvent = (path: string) => /^contracts\/[^/]+\/events\//.test(path);
const isLedger = (path: string) => /^contracts\/[^/]+\/ledger\//.test(path);
const isTerms = (path: string) => contractOf(path) !== null && !isEvent(path) && !isLedger(path);
const textIn = (entry: string | undefined) => entry?.slice(7) ?? '';

/** Whether an entry is there and is no plain file. */
const isOther = (entry: string | undefined) => entry !== undefined && !entry.startsWith('100644 ');

interface Saying {
  readonly who: number;
  readonly yes: boolean;
  readonly head: string;
  readonly id: number;
  readonly at: number;
  backAt: number | null;
}

interface Seen {
  readonly author: number;
  readonly formAuthor: number | null;
  readonly sayings: Saying[];
  /** When its commit was last forced or its base changed. */
  upsetAt: number;
  pushers: Set<number>;
}

/** What is about to land, or has landed. */
export interface Landing {
  readonly pull: number;
  readonly head: string;
  readonly headTree: Tree;
  /** Both names of every file that the forge's page lists. */
  readonly listed: ReadonlySet<string>;
  readonly before: Tree;
  readonly after: Tree;
  readonly day: string;
  /** Of a settlement: whether the files are those that the app wrote, and whether silence has accepted them by now. */
  readonly settlement: { readonly own: boolean; readonly silent: boolean } | null;
  /** Other open pull requests of people into the default branch with the very same commit. */
  readonly twins: readonly number[];
}

export class Witness {
  private at = 0;
  private readonly gone = new Set<number>();
  private readonly pulls = new Map<number, Seen>();
  /** The last agreed text of each contract and of everything around the contracts. */
  agreed: Tree;
  /** Contracts whose whole text both parties have agreed to. */
  private readonly signed = new Set<string>();
  /** Events and statements that came by right. */
  readonly records = new Map<string, string>();

  constructor(
    private readonly place: Place,
    begin: Tree,
  ) {
    this.agreed = new Map(begin);
  }

  opened(pull: number, author: number, formAuthor: number | null, pushers: readonly number[]): void {
    this.pulls.set(pull, { author, formAuthor, sayings: [], upsetAt: this.tick(), pushers: new Set(pushers) });
  }

  /** Both parties had agreed to a contract before anybody looked. */
  foundSigned(contract: string): void {
    this.signed.add(contract);
  }

  private tick(): number {
    this.at += 1;
    return this.at;
  }

  private seen(pull: number): Seen {
    const found = this.pulls.get(pull);
    if (found === undefined) throw new Error(`#${pull} was never opened`);
    return found;
  }

  pushed(pull: number, who: number, force: boolean): void {
    const seen = this.seen(pull);
    if (force) {
      seen.pushers = new Set([who]);
      seen.upsetAt = this.tick();
    } else seen.pushers.add(who);
  }

  based(pull: number): void {
    this.seen(pull).upsetAt = this.tick();
  }

  said(pull: number, saying: Pick<Saying, 'who' | 'yes' | 'head' | 'id'>): void {
    this.seen(pull).sayings.push({ ...saying, at: this.tick(), backAt: null });
  }

  takenBack(pull: number, id: number): void {
    const found = this.seen(pull).sayings.find((each) => each.id === id);
    if (found !== undefined) found.backAt = this.tick();
  }

  left(who: number): void {
    this.gone.add(who);
  }

  signingOf(contract: string): Signing | null {
    const text = this.agreed.get(termsPath(contract));
    return text === undefined ? null : this.place.signingIn(textIn(text), contract);
  }

  private get governance(): Signing {
    return this.place.governanceIn(textIn(this.agreed.get(WORKSPACE)));
  }

  /** The person's last word, if any: yes to exactly this head since the last upset, or a no that still stands. */
  private wordOf({ sayings, upsetAt }: Seen, who: number, head: string): 'yes' | 'no' | null {
    const standing = sayings.filter((each) => each.who === who && each.backAt === null);
    const yes = Math.max(-1, ...standing.filter((each) => each.yes && each.head === head && each.at > upsetAt).map(({ at }) => at));
    const no = Math.max(-1, ...standing.filter((each) => !each.yes).map(({ at }) => at));
    return no > yes ? 'no' : yes > -1 ? 'yes' : null;
  }

  private sideAgrees(pull: Seen, head: string, people: readonly number[], required: number): boolean {
    const backAt = Math.max(-1, ...pull.sayings.filter(({ who }) => people.includes(who)).map((each) => each.backAt ?? -1));
    const voices = people.filter((who) => who !== pull.author && !this.gone.has(who) && this.wordOf(pull, who, head) === 'yes');
    // What was taken back needs a later yes of that party.
    const later = pull.sayings.some(
      ({ who, yes, at, backAt: back, head: to }) => yes && back === null && to === head && at > backAt && voices.includes(who),
    );
    return new Set(voices).size >= required && (backAt < 0 || later);
  }

  /** Whether both parties of every list have agreed to exactly this head, and nobody on it says no. */
  bothAgree(pull: number, head: string, paths: readonly string[]): boolean {
    const seen = this.seen(pull);
    const lists = [...new Set(paths.map((path) => contractOf(path) ?? ''))].map((each) =>
      each === '' ? this.governance : this.signingOf(each),
    );
    const listed = new Set(this.everyList().flatMap((list) => SIDES.flatMap((side) => list.people[side])));
    if ([...listed].some((who) => !this.gone.has(who) && this.wordOf(seen, who, head) === 'no')) return false;
    return lists.every(
      (list) => list !== null && SIDES.every((side) => this.sideAgrees(seen, head, list.people[side], list.required[side])),
    );
  }

  /** Why what the gate lets land is not safe; null where it is. */
  unsafe(landing: Landing): string | null {
    const { before, after, headTree, listed, pull, head } = landing;
    const changed = changedBetween(before, after);
    // What never came by right may be taken away, and what was taken away by nobody's right be put back.
    if (changed.length > 0 && changed.every((path) => listed.has(path) && after.get(path) === this.rightful(path))) return null;
    for (const path of changed) {
      if (!listed.has(path)) return `${path} lands, and no page lists it`;
      if (after.get(path) !== headTree.get(path)) return `${path} lands otherwise than it was read`;
      if (isOther(after.get(path))) return `${path} is no plain file`;
      if ((isEvent(path) || isLedger(path)) && before.has(path)) return `${path} is a record and was changed`;
    }
    if (new Set(changed.map((path) => contractOf(path) !== null)).size > 1) return 'a contract and the rules in one';
    if (changed.some(isLedger)) return this.unsafeSettlement(landing, changed);
    const events = changed.filter(isEvent);
    for (const path of events) if (Math.abs(dayOf(path) - Date.parse(landing.day)) > 86_400_000) return `${path} does not carry its day`;
    if (events.length === changed.length && events.every((path) => this.mayFile(this.seen(pull), path, textIn(after.get(path)))))
      return null;
    if (!this.bothAgree(pull, head, changed)) return `not agreed by both: ${changed.join(', ')}`;
    const isFiled = (twin: number) =>
      changed.every((path) => isEvent(path) && this.mayFile(this.seen(twin), path, textIn(after.get(path))));
    if (landing.twins.some((twin) => !isFiled(twin) && !this.bothAgree(twin, head, changed)))
      return 'another pull request has the same commit and no agreement';
    for (const contract of new Set(changed.filter(isTerms).map(contractOf))) {
      const other = [...after, ...headTree].find(
        ([path]) => isTerms(path) && contractOf(path) === contract && after.get(path) !== headTree.get(path),
      );
      if (other !== undefined) return `nobody read ${contract} as it is now: ${other[0]}`;
    }
    return null;
  }

  private unsafeSettlement({ settlement, pull, head }: Landing, changed: readonly string[]): string | null {
    if (!changed.every(isLedger)) return 'a statement with something beside it';
    if (settlement === null || !settlement.own) return 'a statement that the app did not write';
    const pushers = [...this.seen(pull).pushers];
    if (pushers.length !== 1 || pushers[0] !== this.place.app) return 'a statement that somebody else pushed';
    if (settlement.silent || this.bothAgree(pull, head, changed)) return null;
    return 'a statement that nobody accepted';
  }

  /** The party of whoever files it: of the form's author where the app has opened it, else of its author. */
  private mayFile(seen: Seen, path: string, text: string): boolean {
    const signing = this.signingOf(contractOf(path) ?? '');
    const filer = seen.author === this.place.app ? seen.formAuthor : seen.author;
    const side = SIDES.find((each) => filer !== null && signing?.people[each].includes(filer));
    if (side === undefined || signing === null) return false;
    const says = this.place.eventIn(text);
    const own = (who: number) => who === this.place.app || this.speaksFor(side, who);
    return says.side === side && says.alone.includes(side) && [...seen.pushers].every(own);
  }

  private speaksFor(side: Side, who: number): boolean {
    return this.everyList().some((list) => list.people[side].includes(who));
  }

  private everyList(): Signing[] {
    const contracts = new Set([...this.agreed.keys()].flatMap((path) => contractOf(path) ?? []));
    return [this.governance, ...[...contracts].flatMap((each) => this.signingOf(each) ?? [])];
  }

  /** What is agreed once something has landed, however it was merged. */
  landed(landing: Landing): void {
    const { after, headTree, listed, pull, head } = landing;
    const came = [...listed].filter((path) => after.get(path) === headTree.get(path));
    if (came.length < listed.size || came.length === 0) return;
    // A link is nobody's text, whoever says yes to it: merged past the rules, it leaves what was agreed as it was.
    const both = came.every((path) => !isOther(after.get(path))) && this.bothAgree(pull, head, came);
    // An event counts by its day and a statement by who wrote it, whoever agrees.
    const own = new Map(landing.before);
    for (const path of came) {
      const text = after.get(path);
      if (text === undefined) own.delete(path);
      else own.set(path, text);
    }
    const isRight = this.unsafe({ ...landing, after: own, twins: [] }) === null;
    for (const path of came) {
      if (isRight && (isEvent(path) || isLedger(path)) && !landing.before.has(path)) this.records.set(path, after.get(path) ?? '');
    }
    if (!both || (came.some((path) => contractOf(path) === null) && came.some((path) => contractOf(path) !== null))) return;
    const agreed = new Map(this.agreed);
    const take = (path: string) => {
      const text = headTree.get(path);
      if (text === undefined) agreed.delete(path);
      else agreed.set(path, text);
    };
    for (const path of came.filter((each) => isTerms(each) || contractOf(each) === null)) take(path);
    // Whoever agrees to a contract's text agrees to all of it.
    for (const path of came.filter((each) => contractOf(each) !== null && each === termsPath(contractOf(each) ?? ''))) {
      const contract = contractOf(path) ?? '';
      this.signed.add(contract);
      for (const each of new Set([...headTree.keys(), ...agreed.keys()])) if (contractOf(each) === contract && isTerms(each)) take(each);
      // What was settled before anything was accepted here is taken over with the whole text, as events are.
      const settled = [...this.records.keys()].some((each) => contractOf(each) === contract && isLedger(each));
      const isTaken = (each: string) => contractOf(each) === contract && (isEvent(each) || (isLedger(each) && !settled));
      for (const [each, text] of headTree) if (isTaken(each)) this.records.set(each, text);
    }
    this.agreed = agreed;
  }

  /** What has to stand at a path by all that was agreed, filed and accepted. */
  rightful(path: string): string | undefined {
    return (isEvent(path) || isLedger(path) ? this.records : this.agreed).get(path);
  }

  isSigned(contract: string): boolean {
    return this.signed.has(contract);
  }

  /** Paths of a contract, and the workspace, that are not as they have to be. */
  wrong(contract: string, tree: Tree): string[] {
    const all = new Set([...tree.keys(), ...this.agreed.keys(), ...this.records.keys()]);
    const isOwn = (path: string) => contractOf(path) === contract || path === WORKSPACE;
    return [...all].filter((path) => isOwn(path) && this.rightful(path) !== tree.get(path));
  }
}

const dayOf = (path: string) => Date.parse(/(\d{4}-\d{2}-\d{2})-[^/]*$/.exec(path)?.[1] ?? '');
