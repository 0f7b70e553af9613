import { characterList, unseenIn } from '../../kernel/characters.js';
import type { Issue } from '../../kernel/issue.js';
import { PARTIES, type Party } from '../../kernel/party.js';
import { LOCALES, localText, type Text } from '../../kernel/text.js';
import { issue } from '../../words/issue.js';
import { alike } from '../alike.js';
import type { PartyTerms } from '../model.js';
import { quote } from '../quote.js';
import type { Path, Source } from '../source.js';
import type { ContractCheck, DefinitionsCheck } from './rule.js';

interface Name {
  readonly kind: 'contract' | 'party' | 'kpi' | 'fee' | 'duty' | 'metric' | 'season' | 'segment';
  readonly id: string;
  readonly text: Text | null | undefined;
  readonly path: Path;
}

/** Nothing in the contract's names is invisible or turns text round. */
export function namesAreSeen({ contract, written }: ContractCheck): readonly Issue[] {
  const names: Name[] = [
    { kind: 'contract', id: contract.id, text: contract.title, path: ['title'] },
    ...PARTIES.flatMap((party) => partyNames(party, contract.parties[party])),
    ...contract.kpis.map(({ id, title }, index): Name => ({ kind: 'kpi', id, text: title, path: ['kpis', index, 'title'] })),
    ...contract.fees.flatMap((fee, index): Name[] => [
      { kind: 'fee', id: fee.id, text: fee.title, path: ['fees', index, 'title'] },
      { kind: 'fee', id: fee.id, text: 'label' in fee ? fee.label : null, path: ['fees', index, 'label'] },
    ]),
    ...contract.duties.map(({ id, title }, index): Name => ({ kind: 'duty', id, text: title, path: ['duties', index, 'title'] })),
  ];
  return unseenIssues(names, written.source);
}

/** A party's name, and what stands of it on vouchers, from which somebody may copy an account's holder. */
function partyNames(party: Party, { name, legal }: PartyTerms): Name[] {
  const at = (text: Text | undefined, ...path: readonly string[]): Name => ({
    kind: 'party',
    id: party,
    text,
    path: ['parties', party, ...path],
  });
  return [at(name, 'name'), at(legal?.name, 'legal', 'name'), at(legal?.taxId, 'legal', 'taxId'), at(legal?.address, 'legal', 'address')];
}

/** The same of the names of metrics, seasons and segments. */
export function metricNamesAreSeen({ written }: DefinitionsCheck): readonly Issue[] {
  const metrics = Object.entries(written.data.metrics ?? {});
  const seasons = written.data.seasons ?? [];
  const names = [
    ...metrics.map(([id, { title }]): Name => ({ kind: 'metric', id, text: title, path: ['metrics', id, 'title'] })),
    ...seasons.map(
      ({ name }, index): Name => ({ kind: 'season', id: localText(name, 'en'), text: name, path: ['seasons', index, 'name'] }),
    ),
  ];
  const segments = Object.entries(written.data.measures ?? {}).flatMap(([measure, { by = [] }]) =>
    by.flatMap((each, index) => (typeof each === 'string' ? [] : valuesOf(each.values, ['measures', measure, 'by', index, 'values']))),
  );
  return unseenIssues([...names, ...segments], written.source);
}

function valuesOf(values: readonly string[] = [], path: Path): Name[] {
  return values.map((text, index): Name => ({ kind: 'segment', id: text, text, path: [...path, index] }));
}

function unseenIssues(names: readonly Name[], source: Source): Issue[] {
  return names.flatMap(({ kind, id, text, path }) => {
    if (text === null || text === undefined) return [];
    const unseen = [...new Set(LOCALES.flatMap((locale) => unseenIn(localText(text, locale))))];
    if (unseen.length === 0) return [];
    return [issue('name-unseen', source.at(path), { kind: `@kind.${kind}`, id: quote(id), found: characterList(unseen) })];
  });
}

/** Readers of either language tell the two parties apart. */
export function partiesDiffer({ contract, written }: ContractCheck): readonly Issue[] {
  const { brand, provider } = contract.parties;
  const [same] = LOCALES.flatMap((locale) =>
    alike([brand, provider].map(({ name }, index) => ({ id: String(index), names: [localText(name, locale)] }))),
  );
  if (same === undefined) return [];
  const [first = '', second = first] = same.names;
  return [issue('parties-alike', written.source.at(['parties', 'provider', 'name']), { first: quote(first), second: quote(second) })];
}
