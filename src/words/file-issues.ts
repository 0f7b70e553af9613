import type { IssueEntry } from './issue-entry.js';

/** Issues of files: reading YAML and holding it against the schema. */
export const FILE_ISSUES = {
  'file-missing': {
    text: { en: 'The file {file} is missing.', zh: '缺少文件 {file}。' },
    explanation: {
      en: 'A contract is a folder with contract.yaml (the commercial terms) and definitions.yaml (what is measured).',
      zh: '一份合同是一个文件夹，含 contract.yaml（商务条款）与 definitions.yaml（口径）。',
    },
    fix: { en: 'Create the file, or correct the name of the folder.', zh: '创建该文件，或更正文件夹名。' },
  },
  'file-empty': {
    text: { en: 'There is nothing in {file}.', zh: '{file} 中没有内容。' },
    explanation: {
      en: 'A file without a field says nothing: no contract, no definition, no event.',
      zh: '没有任何字段的文件不表示任何内容：既不是合同，也不是口径或事件。',
    },
    fix: { en: '{remedy}', zh: '{remedy}' },
  },
  'file-misnamed': {
    text: { en: '{found} is not read: its name must be {expected}.', zh: '{found} 不会被读取：文件名须为 {expected}。' },
    explanation: {
      en: 'Files are found by their exact names, in small letters, ending in .yaml; Windows may hide a second ending (.txt).',
      zh: '系统按准确的文件名查找：小写、以 .yaml 结尾；Windows 可能隐藏了另一个后缀（.txt）。',
    },
    fix: { en: 'Rename it to {expected}.', zh: '重命名为 {expected}。' },
  },
  'file-unread': {
    text: { en: 'Nothing reads {found}.', zh: '{found} 不会被读取。' },
    explanation: {
      en: 'The terms stand in contract.yaml and definitions.yaml, what happens in events/, one file each. A file elsewhere never counts.',
      zh: '条款写在 contract.yaml 与 definitions.yaml，事件写在 events/ 中、每件一个文件；放在别处的文件不起作用。',
    },
    fix: { en: 'Move it to {expected}, or remove it.', zh: '移到 {expected}，或删除。' },
  },
  'file-encoding': {
    text: {
      en: 'The file is not saved as UTF-8 (but as {encoding}, it seems): from here on it cannot be read.',
      zh: '文件未保存为 UTF-8（疑似 {encoding}）：自此处起无法读取。',
    },
    explanation: {
      en: 'Read in another encoding, a name or a filter would silently say something else, and a filter decides about money.',
      zh: '按其他编码读取会悄悄改变名称或筛选条件，而筛选条件关系到金额。',
    },
    fix: {
      en: 'Save the file as UTF-8: in Notepad under Save as, Encoding; in VS Code by a click on the encoding at the bottom right.',
      zh: '将文件另存为 UTF-8：记事本在“另存为”的“编码”中选择；VS Code 点击右下角的编码名称。',
    },
  },
  'line-end-alone': {
    text: {
      en: 'Here stands {sign}, which ends a line to some programs and not to others.',
      zh: '此处的字符 {sign}，有的程序视为换行，有的不视为换行。',
    },
    explanation: {
      en: 'What follows it is part of a comment to one reader and a clause to another. A contract says the same to everybody who reads it.',
      zh: '其后的内容，有的读作注释，有的读作条款。合同文本对任何人都应含义相同。',
    },
    fix: {
      en: 'Delete it; where a new line is meant, begin one there. In VS Code the line ends of a whole file are set at the bottom right: LF.',
      zh: '请删除该字符；需要换行的，在此另起一行。VS Code 可在右下角将整个文件的换行符设为 LF。',
    },
  },
  'file-too-large': {
    text: {
      en: 'The file is larger than a contract can be ({characters} characters, {lines} lines, {values} values).',
      zh: '文件过大（上限 {characters} 个字符、{lines} 行、{values} 个值）。',
    },
    explanation: {
      en: 'Files are limited in characters, lines and values, aliases counted as what they stand for, so that no file can stall the check.',
      zh: '文件的字符数、行数与值的数量有上限（别名按其内容计），以免检查被拖垮。',
    },
    fix: { en: 'Shorten the file; remove aliases that repeat large parts.', zh: '精简文件；去掉重复大段内容的别名。' },
  },
  'too-many-entries': {
    text: { en: 'The list or map has {found} entries; at most {limit} can be read.', zh: '此处共有 {found} 项，上限为 {limit} 项。' },
    explanation: {
      en: 'Entries are compared with each other; a list without a bound would keep every other contract waiting.',
      zh: '各项之间需要相互比对；列表若无上限，会让其他合同一直等待。',
    },
    fix: {
      en: 'Say it with a condition or a column of a view in place of so many values.',
      zh: '请改用条件，或在视图中用一列来表示，不要逐一列出。',
    },
  },
  'more-mistakes': {
    text: {
      en: 'The file has {count} more mistakes of form than the {shown} that are looked at.',
      zh: '除已检查的 {shown} 处外，该文件还有 {count} 处格式错误。',
    },
    explanation: {
      en: 'A file with so many mistakes is not the one that was meant; the rest is counted and not explained.',
      zh: '错误如此之多，多半不是原本要提交的文件；其余只计数，不逐一说明。',
    },
    fix: { en: 'Correct those that are shown, and check again.', zh: '请先更正已列出的错误，再重新检查。' },
  },
  'file-too-deep': {
    text: { en: 'The file is nested deeper than {limit} levels.', zh: '文件嵌套超过 {limit} 层。' },
    explanation: { en: 'No clause of a contract needs so many levels.', zh: '合同条款不需要这么多层。' },
    fix: { en: 'Remove the needless levels.', zh: '去掉多余的层级。' },
  },
  'yaml-syntax': {
    text: { en: 'This cannot be read: {problem}.', zh: '无法读取：{problem}。' },
    explanation: { en: 'Files are YAML 1.2; JSON is part of it.', zh: '文件为 YAML 1.2（JSON 是其子集）。' },
    fix: { en: 'Correct the text at this place.', zh: '更正此处的文字。' },
  },
  'line-indent': {
    text: {
      en: 'This line begins with {found} {found:space|spaces} and should begin with {expected}, like the lines it belongs to.',
      zh: '本行开头有 {found} 个空格，应为 {expected} 个，与同级各行对齐。',
    },
    explanation: {
      en: 'Lines that belong together begin in the same column; what belongs to a line stands two spaces further in.',
      zh: '同级各行须左对齐；从属内容比上一级多缩进两个空格。',
    },
    fix: { en: 'Put {expected} {expected:space|spaces} before {field}', zh: '在 {field} 前留 {expected} 个空格' },
  },
  'duplicate-key': {
    text: {
      en: 'The field {field} stands here for the second time; the first is in line {line}.',
      zh: '字段 {field} 在此重复；首次出现在第 {line} 行。',
    },
    explanation: { en: 'Of two values for one field neither may win silently.', zh: '同一字段的两个值不能悄悄取其一。' },
    fix: { en: 'Keep one of them.', zh: '只保留一个。' },
  },
  'key-form': {
    text: { en: 'A field name must be text or a number.', zh: '字段名须为文字或数字。' },
    explanation: { en: 'Empty names, lists and maps cannot name a field.', zh: '空值、列表或一组字段不能作为字段名。' },
    fix: { en: 'Write a name before the colon.', zh: '在冒号前写上名称。' },
  },
  tag: {
    text: { en: 'The tag {found} is not part of the contract language.', zh: '合同语言不使用标签 {found}。' },
    explanation: {
      en: 'YAML tags change how a value is read; a contract says things as they stand.',
      zh: 'YAML 标签会改变值的读法；合同应按字面书写。',
    },
    fix: { en: 'Remove the tag; put text in quotes.', zh: '删除标签；文字请加引号。' },
  },
  'marks-without-end': {
    text: {
      en: 'More than thirty accents and marks follow each other on one letter.',
      zh: '同一个字母上连续叠加了三十个以上的附加符号。',
    },
    explanation: {
      en: 'No script writes so; it hides lines around it on a screen, and bringing the marks into their order takes hours.',
      zh: '没有任何文字这样书写；它会在屏幕上遮住上下行，而将其规范排序极其耗时。',
    },
    fix: { en: 'Remove the marks.', zh: '请删除这些附加符号。' },
  },
  alias: {
    text: { en: 'The alias {found} names nothing that stands before it.', zh: '别名 {found} 之前没有对应的锚点。' },
    explanation: {
      en: 'An alias repeats a value that has been given an anchor earlier in the file, and never one that holds itself.',
      zh: '别名重复文件中前面设过锚点的值，且不能包含自身。',
    },
    fix: { en: 'Write the value out.', zh: '直接写出该值。' },
  },
  'number-form': {
    text: { en: '{found} is not a decimal number of at most 40 characters.', zh: '{found} 不是十进制数（至多 40 个字符）。' },
    explanation: {
      en: 'Numbers are decimals, read exactly from their text: no hexadecimal or octal form, no infinity.',
      zh: '数字为十进制，按原文精确读取；不接受十六进制、八进制与无穷。',
    },
    fix: {
      en: 'Write the number in digits, such as 3000 or 0.5; where there is none, leave the field out. What is meant as text stands in quotes.',
      zh: '请用数字写出，如 3000 或 0.5；没有数值的，请去掉该字段。若本意是文字，请加引号。',
    },
  },
  'unknown-field': {
    text: { en: 'The field {field} is not known here.', zh: '此处没有字段 {field}。' },
    explanation: {
      en: 'A misspelt field would silently mean nothing, so unknown ones are refused.',
      zh: '拼错的字段会悄悄失效，因此拒绝未知字段。',
    },
    fix: { en: 'Correct or remove the field.', zh: '更正或删除该字段。' },
  },
  'missing-field': {
    text: { en: 'The field {field} is missing.', zh: '缺少字段 {field}。' },
    explanation: { en: 'The clause says nothing definite without it, and there is no default.', zh: '缺少它条款便不明确，且没有默认值。' },
    fix: { en: 'Add it here.', zh: '请在此处补上。' },
  },
  'field-together': {
    text: { en: 'The field {other} needs {field} beside it.', zh: '字段 {other} 须与 {field} 同时填写。' },
    explanation: { en: 'The two fields say one thing together.', zh: '这两个字段合起来才有意义。' },
    fix: { en: 'Add {field}, or remove {other}.', zh: '补上 {field}，或删除 {other}。' },
  },
  'field-not-here': {
    text: { en: 'The field {field} does not belong to this treatment.', zh: '该处理方式不使用字段 {field}。' },
    explanation: {
      en: 'drop has a window and perhaps where; prorate has a window; waive has periods and scoreAs.',
      zh: 'drop 使用 window 与可选的 where；prorate 使用 window；waive 使用 periods 与 scoreAs。',
    },
    fix: { en: 'Remove {field}, or choose another treatment.', zh: '删除 {field}，或改用其他处理方式。' },
  },
  'exactly-one-of': {
    text: { en: 'Exactly one of these fields is needed: {fields}.', zh: '须且仅须填写其一：{fields}。' },
    explanation: {
      en: 'The fields are alternatives: none says too little, two say too much.',
      zh: '这些字段互为替代：都不填不明确，多填有歧义。',
    },
    fix: { en: 'Write one of them and no other.', zh: '请只填其中之一。' },
  },
  'at-least-one-of': {
    text: { en: 'At least one of these fields is needed: {fields}.', zh: '至少填写其一：{fields}。' },
    explanation: { en: 'The clause has no effect without any of them.', zh: '都不填则条款无效果。' },
    fix: { en: 'Add one of them.', zh: '请补上其中之一。' },
  },
  'wrong-type': {
    text: { en: 'This does not fit here: {found}.', zh: '此处不合要求：{found}。' },
    explanation: { en: 'The value is of another kind than the field.', zh: '值的类型与字段不符。' },
    fix: { en: 'Write {expected}.', zh: '改为{expected}。' },
  },
  'wrong-form': {
    text: { en: 'This does not fit here: {found}.', zh: '此处不合要求：{found}。' },
    explanation: { en: 'The text does not have the form of the field.', zh: '文字的格式与字段不符。' },
    fix: { en: 'Write {expected}.', zh: '改为{expected}。' },
  },
  'wrong-value': {
    text: { en: 'This field does not take {found}.', zh: '该字段不能填 {found}。' },
    explanation: { en: 'The field has a closed list of values.', zh: '该字段只接受固定取值。' },
    fix: { en: 'Choose one of {expected}.', zh: '从 {expected} 中选择。' },
  },
  'wrong-key': {
    text: { en: '{found} cannot stand here: expected {expected}.', zh: '此处不能为 {found}：应为{expected}。' },
    explanation: { en: 'The names in this map have a form of their own.', zh: '此处各项的名称有固定格式。' },
    fix: { en: 'Correct the name before the colon.', zh: '更正冒号前的名称。' },
  },
  'level-direction': {
    text: {
      en: '{found} cannot stand here: levels of {field} are written {expected}{exact}.',
      zh: '此处不能为 {found}：{field} 的档位须写 {expected}{exact}。',
    },
    explanation: {
      en: '“from 80%” holds at 80% and above, up to the next entry; “below 80%” holds under 80%, and not at 80% itself. Another word would turn round, or move, what is paid.',
      zh: '“from 80%”指达到 80% 起（含 80%），至下一档为止；“below 80%”指低于 80%，不含 80%。换成其他词，支付方向或临界值就会改变。',
    },
    fix: {
      en: 'Write {expected}, with the level from which (points, tiers) or below which (bands) the entry holds. A level that was meant as the other end has to be moved, not only reworded.',
      zh: '改为 {expected}：奖金点与提成档写起点，扣款档写低于哪个得分。若原意是另一端的数值，须改数值，不能只换词。',
    },
  },
  'level-other-end': {
    text: {
      en: '{found} says the other end of its entry: {field} are written by {expected}{exact}.',
      zh: '{found} 写的是该档的另一端：{field} 须按{expected}书写{exact}。',
    },
    explanation: {
      en: 'The same number with another word would hold for what lies on the other side, and turn round what is paid. So the numbers move to the entries beside them: “up to 100000: 5%, above: 8%” is “from 0: 5%, from 100000: 8%”. What is exactly at a level belongs to the entry that begins there; between the points of a bonus whose shape is linear no share holds, so that none can be moved.',
      zh: '同一个数字换一个词，所指的就是另一侧，支付方向随之颠倒。因此数字须移到相邻的档位：“100000 以下 5%，以上 8%”写作“from 0: 5%, from 100000: 8%”。恰好等于某一档位的，归从该处开始的一档；shape 为 linear 的奖金，两点之间没有固定比例，无法移动。',
    },
    fix: {
      en: 'Move the levels, and do not only change the word: say of every entry {expected}.',
      zh: '请移动档位的数值，不要只换词：每一档都须写明{expected}。',
    },
  },
  'level-open-end': {
    text: {
      en: '{found} says the other end of its entry: {field} are written by {expected}; and nothing says what holds {beyond}{exact}.',
      zh: '{found} 写的是该档的另一端：{field} 须按{expected}书写；且未写明{beyond}按什么计算{exact}。',
    },
    explanation: {
      en: 'The levels move to the entries beside them, as under level-other-end. Beyond the last of them no rate or share is said, and none is guessed.',
      zh: '档位的数值须移到相邻的档位（见 level-other-end）。最后一档之外没有写明费率或比例，系统不会猜测。',
    },
    fix: {
      en: 'Write {table}, with what holds {beyond} in place of …',
      zh: '改为 {table}，并将 … 换成{beyond}的数值。',
    },
  },
  'out-of-range': {
    text: { en: 'The number {found} is out of range.', zh: '数字 {found} 超出范围。' },
    explanation: { en: 'The number is outside what the field can mean.', zh: '数字超出该字段的合理范围。' },
    fix: { en: 'Write a number {expected}.', zh: '改为 {expected} 的数字。' },
  },
  'wrong-count': {
    text: { en: 'The number of entries must be {expected}, found {found}.', zh: '条目数应 {expected}，实为 {found}。' },
    explanation: { en: 'The list or map has too few or too many entries to mean something.', zh: '条目过少或过多，都没有意义。' },
    fix: { en: 'Add or remove entries, or leave out the whole field where it is optional.', zh: '增减条目；若字段可选，可整体省略。' },
  },
  'entry-needed': {
    text: { en: 'The field {field} has no entry, and needs at least one.', zh: '字段 {field} 没有条目，至少须有一项。' },
    explanation: {
      en: 'The clause needs the field, and without an entry it says nothing.',
      zh: '该条款必须有此字段，没有条目便没有内容。',
    },
    fix: { en: 'Write an entry: the field cannot be left out here.', zh: '请写入至少一项：该字段在此处不可省略。' },
  },
  'kpi-needed': {
    text: { en: 'The contract names no KPI, and needs at least one.', zh: '合同没有考核指标，至少须有一项。' },
    explanation: {
      en: 'What a contract is about is measured, also where its fees are fixed. A KPI that no fee goes by is scored and shown, and moves no money.',
      zh: '合同围绕什么展开，就要衡量什么，固定费用的合同也不例外。没有费用与之挂钩的考核指标只计分、只展示，不影响金额。',
    },
    fix: {
      en: 'Write one, also where all fees are fixed (it then moves no money): kpis: [{ id: revenue, owner: provider, better: higher, weight: 100%, target: 100000 }], with a metric of definitions.yaml in place of revenue.',
      zh: '请写入一项，费用全部固定的也需要（此时不影响金额）：kpis: [{ id: revenue, owner: provider, better: higher, weight: 100%, target: 100000 }]，其中 revenue 换成 definitions.yaml 中的某个指标。',
    },
  },
  'repeated-entry': {
    text: { en: 'The entry {found} stands in the list twice.', zh: '列表中 {found} 重复。' },
    explanation: { en: 'A second entry adds nothing, and was probably meant to be another.', zh: '重复条目没有意义，可能本应是别的内容。' },
    fix: { en: 'Remove it, or write what was meant.', zh: '删除，或改为本意。' },
  },
  'value-slip': {
    text: { en: '{found} {slip}.', zh: '{found} {slip}。' },
    explanation: {
      en: 'The value can be understood, and is not read so: nothing that decides about money is guessed. The remedy shows how the language writes it.',
      zh: '这样写看得懂，但系统不会照此读取：凡涉及金额的内容一律不猜。处理方式给出规范写法。',
    },
    fix: { en: 'Write it as the remedy shows.', zh: '按所示写法改正。' },
  },
  'bound-other-side': {
    text: { en: '{found} bounds the number from the other side than {field} does.', zh: '{found} 与 {field} 限定的方向相反。' },
    explanation: {
      en: 'atLeast is reached at the number and above it, atMost and upTo at the number and below it. Without its words the number would be held against the other side.',
      zh: 'atLeast 指达到该数及以上，atMost 与 upTo 指不超过该数。去掉文字只留数字，方向就颠倒了。',
    },
    fix: {
      en: 'Write the number alone, if {field} is meant; or say the clause in another way.',
      zh: '若确指 {field}，请只写数字；否则请换一种条款。',
    },
  },
  'number-cut': {
    text: {
      en: '{found} is cut apart at its commas: in brackets each of them begins the next field.',
      zh: '{found} 在逗号处被切开：花括号内的逗号会另起一个字段。',
    },
    explanation: {
      en: 'Only what stands before the first comma would be read as the number. Marks between thousands are not written, and decimals follow a point.',
      zh: '系统只会把第一个逗号之前的部分读作数字。数字不加千位分隔符，小数点用英文句点。',
    },
    fix: {
      en: 'Write the whole number without commas, with a point before its decimals.',
      zh: '请完整写出该数字：不加逗号，小数点用英文句点。',
    },
  },
  'says-nothing': {
    text: { en: '{found} is no number, and {field} takes one.', zh: '{found} 不是数字，而 {field} 须填数字。' },
    explanation: {
      en: 'What is not agreed is not written: a field that may be missing is left out, and so is a clause that would say nothing without it.',
      zh: '没有约定的就不写：可省略的字段直接省略；缺了它便无内容的条款，整条省略。',
    },
    fix: {
      en: 'Leave {field} out; if its clause says nothing without it, leave the clause out. If something is agreed, write the number.',
      zh: '删去 {field}；若删去后该条款不再有内容，则整条删去。若确有约定，请填写数字。',
    },
  },
  'says-range': {
    text: { en: '{found} is a range, and one number is needed.', zh: '{found} 是区间，此处只能填一个数。' },
    explanation: {
      en: 'A KPI says its range by threshold, target and stretch, a table by where each of its entries begins or ends.',
      zh: '考核指标的区间由 threshold（门槛）、target（目标）、stretch（挑战目标）表示；表格的区间由各项的起点或终点表示。',
    },
    fix: {
      en: 'Write {low} or {high}, whichever holds here; of a KPI, threshold, target and stretch say the rest.',
      zh: '改为 {low} 或 {high}，以实际约定为准；考核指标的其余部分由 threshold、target、stretch 表示。',
    },
  },
  'text-cut': {
    text: {
      en: 'The text ends here, as {text}: a # after a space begins a comment, and {found} is no part of it.',
      zh: '文字到此为止，即 {text}：空格后的 # 是注释的开头，{found} 不属于该文字。',
    },
    explanation: {
      en: 'Files are YAML: what follows a # after a space is for readers of the file alone, and stands in no term sheet, statement or definition. A comment that is meant as one has a space after its #.',
      zh: '文件为 YAML：空格后的 # 及其后内容只给看文件的人，不会出现在条款书、结算单和口径中。确为注释的，请在 # 后留一个空格。',
    },
    fix: {
      en: 'Write {whole}; or, if it is a comment, put a space after the #.',
      zh: '改为 {whole}；若确为注释，请在 # 后加一个空格。',
    },
  },
  'other-currency': {
    text: {
      en: '{found} is an amount in {named}, and the contract is in {currency}.',
      zh: '{found} 的币种为 {named}，而本合同的币种为 {currency}。',
    },
    explanation: {
      en: 'All amounts of a contract are in its one currency, named once in the field currency. The number alone would be another amount of money, and nothing is converted by guessing.',
      zh: '一份合同的所有金额都用同一币种，只在 currency 字段写一次。单写数字就成了另一笔金额，系统不会自行折算。',
    },
    fix: {
      en: 'Write what the amount is in {currency}, without a currency; or change the field currency, if the whole contract is in {named}.',
      zh: '请写折合 {currency} 的金额，不带币种；若整份合同本应为 {named}，请改 currency 字段。',
    },
  },
  'other-unit': {
    text: { en: '{found} counts in {unit}; this field counts in {expected}.', zh: '{found} 以{unit}为单位；该字段以{expected}为单位。' },
    explanation: {
      en: 'Days are calendar days, periods those of the calendar of the contract. Without its unit the number would say another time, and no month, quarter or working day is always as many days.',
      zh: '天数均指自然日，期数按合同日历的结算期计。去掉单位，数字所指的时间就变了；而月、季度、工作日所含的天数并不固定。',
    },
    fix: { en: 'Write how many {expected} are meant{hint}.', zh: '请写明是多少个{expected}{hint}。' },
  },
  'field-elsewhere': {
    text: { en: 'The field {field} does not stand here; it belongs to {place}.', zh: '字段 {field} 不应写在此处，应写在：{place}。' },
    explanation: {
      en: 'The field exists, in another part of the contract; where it stands now it would mean nothing.',
      zh: '该字段属于合同的其他部分，写在此处不起作用。',
    },
    fix: { en: 'Move the field there.', zh: '把该字段移到那里。' },
  },
  'field-of-kind': {
    text: {
      en: 'The field {field} is one of another kind ({kinds}); {kind} has none of that name.',
      zh: '字段 {field} 属于其他种类（{kinds}），{kind} 没有该字段。',
    },
    explanation: {
      en: 'Each kind of entry has fields of its own; one of another kind would mean nothing here.',
      zh: '每个种类各有其字段；写在别的种类下不起作用。',
    },
    fix: {
      en: 'Say it with a field that {kind} has: {expected}. Or change the kind.',
      zh: '请改用 {kind} 的字段：{expected}；或更改种类。',
    },
  },
  'field-not-indented': {
    text: {
      en: 'The fields {fields} belong to {of} and must stand below it, two spaces further in.',
      zh: '字段 {fields} 属于 {of}，应写在其下方，并向右缩进两个空格。',
    },
    explanation: {
      en: 'What belongs to a field stands below it, with two spaces more before it; as it stands the field is empty.',
      zh: '属于某字段的内容写在其下方，行首多两个空格；目前该字段为空。',
    },
    fix: { en: 'Put two spaces before {fields}.', zh: '在 {fields} 前加两个空格。' },
  },
  'github-login': {
    text: { en: '{found} is the name of a GitHub account; its number is needed.', zh: '{found} 是 GitHub 用户名，此处须填其数字编号。' },
    explanation: {
      en: 'Who approves is decided by the number, which never changes; the name of an account can be given to somebody else.',
      zh: '审批身份以数字编号为准，编号永不改变；用户名则可能改归他人。',
    },
    fix: {
      en: 'Open https://api.github.com/users/{login} and write the number after "id".',
      zh: '打开 https://api.github.com/users/{login}，填写 "id" 后面的数字。',
    },
  },
  'amount-for-share': {
    text: {
      en: '{found} looks like an amount, and a share of {whole} is meant here{part}.',
      zh: '{found} 像是金额，而此处应填{whole}的比例{part}。',
    },
    explanation: {
      en: 'What is paid or deducted is that share of the whole: 5000% of a pool of 5,000 are 250,000.',
      zh: '所付或所扣为整体乘以该比例：5,000 的奖金池写 5000%，就是 250,000。',
    },
    fix: { en: 'Write the share, with %.', zh: '写比例，并带 %。' },
  },
  'share-without-percent': {
    text: {
      en: 'A share is meant here, and {found} has no %: is it {expected}?',
      zh: '此处应为比例，而 {found} 没有 %：是否为 {expected}？',
    },
    explanation: {
      en: 'Whether 40 means 40% or 4000% must not be guessed, so shares are written with %.',
      zh: '40 是 40% 还是 4000% 不能靠猜，因此比例必须写 %。',
    },
    fix: { en: 'Write the share with %.', zh: '写上 %。' },
  },
} as const satisfies Readonly<Record<string, IssueEntry>>;
