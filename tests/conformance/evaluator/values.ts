import type { Cell, Field, SqlType } from './schema.js';

/*
 * The evaluator's protocol buffers: types and values. NUMERIC and BIGNUMERIC travel as little-endian two's complement of
 * the value × 10^9 and × 10^38, DATETIME as packed bits.
 */

export interface TypeMessage {
  readonly typeKind: string;
  readonly arrayType?: { readonly elementType: TypeMessage };
  readonly structType?: { readonly field: readonly { readonly fieldName: string; readonly fieldType: TypeMessage }[] };
}

/** One member of the union is set, or none for NULL. */
export type ValueMessage = Readonly<Record<string, unknown>>;

const KIND: Readonly<Record<Exclude<SqlType, 'STRUCT'>, string>> = {
  STRING: 'TYPE_STRING',
  BYTES: 'TYPE_BYTES',
  INT64: 'TYPE_INT64',
  FLOAT64: 'TYPE_DOUBLE',
  NUMERIC: 'TYPE_NUMERIC',
  BIGNUMERIC: 'TYPE_BIGNUMERIC',
  BOOL: 'TYPE_BOOL',
  DATE: 'TYPE_DATE',
  DATETIME: 'TYPE_DATETIME',
  TIME: 'TYPE_TIME',
  TIMESTAMP: 'TYPE_TIMESTAMP',
  JSON: 'TYPE_JSON',
};

const SQL_TYPE: ReadonlyMap<string, SqlType> = new Map(
  Object.entries(KIND).map(([type, kind]) => [kind, type as Exclude<SqlType, 'STRUCT'>]),
);

export function typeMessage(field: Field): TypeMessage {
  const element = elementType(field);
  return field.mode === 'REPEATED' ? { typeKind: 'TYPE_ARRAY', arrayType: { elementType: element } } : element;
}

function elementType(field: Field): TypeMessage {
  if (field.type !== 'STRUCT') return { typeKind: KIND[field.type] };
  const fields = (field.fields ?? []).map((inner) => ({ fieldName: inner.name, fieldType: typeMessage(inner) }));
  return { typeKind: 'TYPE_STRUCT', structType: { field: fields } };
}

/** A result column as a field. */
export function fieldOf(name: string, type: TypeMessage): Field {
  if (type.typeKind === 'TYPE_ARRAY' && type.arrayType !== undefined) {
    return { ...fieldOf(name, type.arrayType.elementType), mode: 'REPEATED' };
  }
  if (type.typeKind === 'TYPE_STRUCT') {
    return { name, type: 'STRUCT', fields: (type.structType?.field ?? []).map((field) => fieldOf(field.fieldName, field.fieldType)) };
  }
  const found = SQL_TYPE.get(type.typeKind);
  if (found === undefined) throw new RangeError(`no column can have the type ${type.typeKind}`);
  return { name, type: found };
}

export function valueMessage(field: Field, cell: Cell): ValueMessage {
  if (field.mode === 'REPEATED') {
    if (!Array.isArray(cell)) throw new TypeError(`${field.name} is repeated`);
    const { mode: _mode, ...element } = field;
    return { arrayValue: { element: cell.map((item: Cell) => valueMessage(element, item)) } };
  }
  if (cell === null) return {};
  if (field.type === 'STRUCT') {
    if (typeof cell !== 'object' || Array.isArray(cell)) throw new TypeError(`${field.name} is a struct`);
    const record = cell as { readonly [name: string]: Cell };
    const fields = field.fields ?? [];
    return {
      structValue: { field: fields.map((inner) => valueMessage(inner, record[inner.name] ?? (inner.mode === 'REPEATED' ? [] : null))) },
    };
  }
  if (typeof cell === 'boolean') return { boolValue: cell };
  if (typeof cell !== 'string') throw new TypeError(`${field.name} is not text`);
  return scalar(field.type, cell);
}

function scalar(type: Exclude<SqlType, 'STRUCT'>, text: string): ValueMessage {
  switch (type) {
    case 'STRING':
      return { stringValue: text };
    case 'BYTES':
      return { bytesValue: Buffer.from(text, 'base64') };
    case 'JSON':
      return { jsonValue: text };
    case 'INT64':
      return { int64Value: text };
    case 'FLOAT64':
      return { doubleValue: text === 'Infinity' || text === 'inf' ? Number.POSITIVE_INFINITY : Number(text) };
    case 'NUMERIC':
      return { numericValue: littleEndian(scaled(text, 9)) };
    case 'BIGNUMERIC':
      return { bignumericValue: littleEndian(scaled(text, 38)) };
    case 'BOOL':
      return { boolValue: text.toLowerCase() === 'true' || text === '1' };
    case 'DATE':
      return { dateValue: Math.round(Date.parse(`${text}T00:00:00Z`) / 86_400_000) };
    case 'DATETIME':
      return { datetimeValue: packed(text) };
    case 'TIME':
      throw new RangeError('no table here has a TIME column');
    case 'TIMESTAMP':
      return { timestampValue: instant(text) };
  }
}

/** Decimal text × 10^places as an integer; more places than that are refused. */
function scaled(text: string, places: number): bigint {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text.trim());
  if (match === null) throw new TypeError(`not a decimal: ${text}`);
  const [, sign = '', whole = '', part = ''] = match;
  const fraction = part.replace(/0+$/, '');
  if (fraction.length > places) throw new RangeError(`too many places: ${text}`);
  const value = BigInt(`${whole}${fraction.padEnd(places, '0')}` || '0');
  return sign === '-' ? -value : value;
}

function littleEndian(value: bigint): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const byte = Number(BigInt.asUintN(8, rest));
    bytes.push(byte);
    rest >>= 8n;
    if ((rest === 0n && byte < 128) || (rest === -1n && byte >= 128)) return Buffer.from(bytes);
  }
}

function fromLittleEndian(bytes: Uint8Array): bigint {
  let value = 0n;
  bytes.forEach((byte, index) => {
    value |= BigInt(byte) << BigInt(8 * index);
  });
  return BigInt.asIntN(bytes.length * 8, value);
}

const DATETIME = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?)?$/;

function packed(text: string): ValueMessage {
  const match = DATETIME.exec(text);
  if (match === null) throw new TypeError(`not a datetime: ${text}`);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const bits = [
    [year, 26n],
    [month, 22n],
    [day, 17n],
    [hour, 12n],
    [minute, 6n],
    [second, 0n],
  ] as const;
  const seconds = bits.reduce((sum, [part, shift]) => sum | (BigInt(part) << shift), 0n);
  return { bitFieldDatetimeSeconds: seconds.toString(), nanos: Number((match[7] ?? '').padEnd(9, '0')) };
}

/** An instant as an export writes it: `2026-01-31T16:00:00Z`, `2026-01-31 16:00:00.5+08:00`, `… UTC`. */
function instant(text: string): ValueMessage {
  const iso = text
    .replace(' UTC', 'Z')
    .replace(' ', 'T')
    .replace(/([+-]\d{2})$/, '$1:00')
    .replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
  const zoned = /(Z|[+-]\d{2}:\d{2})$/.test(iso) ? iso : `${iso.length === 10 ? `${iso}T00:00:00` : iso}Z`;
  const part = /\.(\d{1,9})/.exec(zoned)?.[1] ?? '';
  const whole = Date.parse(zoned.replace(/\.\d+/, ''));
  if (Number.isNaN(whole)) throw new TypeError(`not an instant: ${text}`);
  return { seconds: String(whole / 1000), nanos: Number(part.padEnd(9, '0').slice(0, 6)) * 1000 };
}

function decimalText(value: bigint, places: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -places)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** A result's value as BigQuery's REST gives it: text for scalars, `{ v }` in arrays, `{ f: [{ v }] }` for structs. */
export function restValue(field: Field, value: ValueMessage): unknown {
  if (field.mode === 'REPEATED') {
    const { mode: _mode, ...element } = field;
    const array = value['arrayValue'] as { readonly element?: readonly ValueMessage[] } | undefined;
    return (array?.element ?? []).map((item) => ({ v: restValue(element, item) }));
  }
  if (field.type === 'STRUCT') {
    const struct = value['structValue'] as { readonly field?: readonly ValueMessage[] } | undefined;
    if (struct === undefined) return null;
    return { f: (field.fields ?? []).map((inner, index) => ({ v: restValue(inner, struct.field?.[index] ?? {}) })) };
  }
  return restScalar(value);
}

function restScalar(value: ValueMessage): string | null {
  const set = value['value'];
  if (typeof set !== 'string') return null;
  const found = value[set];
  switch (set) {
    case 'stringValue':
    case 'int64Value':
    case 'jsonValue':
      return String(found);
    case 'boolValue':
      return found === true ? 'true' : 'false';
    case 'doubleValue':
      return String(found);
    case 'numericValue':
      return decimalText(fromLittleEndian(found as Uint8Array), 9);
    case 'bignumericValue':
      return decimalText(fromLittleEndian(found as Uint8Array), 38);
    case 'dateValue':
      return new Date(Number(found) * 86_400_000).toISOString().slice(0, 10);
    case 'timestampValue': {
      const { seconds = '0', nanos = 0 } = found as { readonly seconds?: string; readonly nanos?: number };
      return (BigInt(seconds) * 1_000_000n + BigInt(nanos) / 1000n).toString();
    }
    case 'bytesValue':
      return Buffer.from(found as Uint8Array).toString('base64');
    default:
      throw new RangeError(`no result here has a ${set}`);
  }
}
