import ts from 'typescript';

/*
 * Who says what, read from the program's own source with its types: every place that names a message by its code and gives
 * parameters to it, and which parameters these surely are.
 */

export interface Saying {
  /** `src/…:line` of the place. */
  readonly at: string;
  /** What the code is one of; one, nearly always. */
  readonly codes: readonly string[];
  /** Every code the callee takes; null where it takes any text. */
  readonly known: readonly string[] | null;
  /** Who is called; null for an object written out. */
  readonly callee: string | null;
  /** Parameters that are always given; null where the types do not say, as where they were handed on. */
  readonly given: readonly string[] | null;
}

const CODE = ['code', 'key', 'rule'];
const PARAMS = ['params', 'with'];
/** More codes than this at one place are a maker's own parameter, handed on. */
const FEW = 7;

/** Every saying in the sources of `tsconfig.json`. */
export function sayings(root: string): Saying[] {
  const { fileNames, options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile).config,
    ts.sys,
    root,
  );
  const program = ts.createProgram(fileNames, { ...options, noEmit: true, incremental: false });
  const checker = program.getTypeChecker();
  const found: Saying[] = [];
  for (const file of program.getSourceFiles()) {
    if (!file.fileName.includes('/src/') || /\/catalogue\/|\/generated\/|\/node_modules\//.test(file.fileName)) continue;
    const at = (node: ts.Node) => `${file.fileName.slice(root.length)}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    const visit = (node: ts.Node): void => {
      const said = ts.isCallExpression(node) ? ofCall(checker, node) : ts.isObjectLiteralExpression(node) ? ofObject(checker, node) : null;
      if (said !== null && said.codes.length <= FEW) found.push({ at: at(node), ...said });
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}

function ofCall(checker: ts.TypeChecker, node: ts.CallExpression): Omit<Saying, 'at'> | null {
  const parameters = checker.getResolvedSignature(node)?.parameters ?? [];
  const code = parameters.findIndex(({ name }) => CODE.includes(name));
  const params = parameters.findIndex(({ name }) => PARAMS.includes(name));
  const [argument, declared] = [node.arguments[code], parameters[code]?.valueDeclaration];
  if (argument === undefined || declared === undefined || params < 0) return null;
  const codes = literals(checker.getTypeAtLocation(argument));
  if (codes === null) return null;
  const given = node.arguments[params];
  return {
    codes,
    known: literals(checker.getTypeAtLocation(declared)),
    callee: node.expression.getText().split('.').at(-1) ?? '',
    given: given === undefined ? [] : givenIn(checker.getTypeAtLocation(given)),
  };
}

function ofObject(checker: ts.TypeChecker, node: ts.ObjectLiteralExpression): Omit<Saying, 'at'> | null {
  const member = (names: readonly string[]) => node.properties.find(({ name }) => name !== undefined && names.includes(name.getText()));
  const [code, params] = [member(CODE), member(PARAMS)];
  if (code === undefined || params === undefined) return null;
  const codes = literals(checker.getTypeAtLocation(code));
  return codes === null ? null : { codes, known: null, callee: null, given: givenIn(checker.getTypeAtLocation(params)) };
}

function literals(type: ts.Type): string[] | null {
  const each = type.isUnion() ? type.types : [type];
  return each.every((one) => one.isStringLiteral()) ? each.map((one) => (one as ts.StringLiteralType).value) : null;
}

function givenIn(type: ts.Type): string[] | null {
  if (type.isUnion()) {
    const [first, ...others] = type.types.map(givenIn);
    if (first === undefined || first === null || others.some((other) => other === null)) return null;
    return first.filter((name) => others.every((other) => other?.includes(name)));
  }
  if (type.getStringIndexType() !== undefined) return null;
  return type
    .getProperties()
    .filter(({ flags }) => (flags & ts.SymbolFlags.Optional) === 0)
    .map(({ name }) => name);
}
