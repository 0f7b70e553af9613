import type { IssueEntry } from './issue-entry.js';

/** Issues of what contract.yaml, definitions.yaml and workspace.yaml say. */
export const TERMS_ISSUES = {
  'id-is-not-folder': {
    text: { en: 'The id {found} is not the name of its folder, {expected}.', zh: 'id {found} 与文件夹名 {expected} 不一致。' },
    explanation: {
      en: 'The folder is the contract: its name is what statements and events refer to.',
      zh: '文件夹即合同，结算单与事件以其名称引用。',
    },
    fix: { en: 'Write id: {expected}, or rename the folder.', zh: '改为 id: {expected}，或重命名文件夹。' },
  },
  'duplicate-id': {
    text: { en: 'The {kind} {id} is defined twice.', zh: '{kind} {id} 重复定义。' },
    explanation: { en: 'An id names one thing, so that a reference is never ambiguous.', zh: '一个 id 只指一项，引用才不会有歧义。' },
    fix: { en: 'Give one of them another id.', zh: '为其中一个改用其他 id。' },
  },
  'reserved-name': {
    text: { en: 'The name {id} is reserved.', zh: '名称 {id} 为保留名。' },
    explanation: {
      en: 'composite is the composite score, true-up and correction begin names of lines, min and max are functions of formulas.',
      zh: 'composite 指综合得分；true-up 与 correction 是结算项目名称的前缀；min 与 max 是公式函数。',
    },
    fix: { en: 'Choose another name.', zh: '改用其他名称。' },
  },
  'unknown-reference': {
    text: { en: 'There is no {kind} {id}.', zh: '{kind} {id} 不存在。' },
    explanation: { en: 'Everything that is named must be defined, with the same spelling.', zh: '被引用的名称必须已定义，且拼写一致。' },
    fix: { en: 'Correct the name, or define it.', zh: '更正名称，或补充定义。' },
    eventFix: {
      en: 'Write a name that is there: an event is about what is agreed and settled already, and defines nothing.',
      zh: '请写已有的名称：事件针对的是已约定、已结算的内容，不能在其中定义新的。',
    },
  },
  'unused-id': {
    text: { en: 'The {kind} {id} is used nowhere.', zh: '{kind} {id} 未被使用。' },
    explanation: {
      en: 'What nothing depends on is either forgotten or misspelt elsewhere; both sides would believe it counts.',
      zh: '没有被引用的定义，要么是遗忘了，要么是别处拼错了；双方会误以为它已生效。',
    },
    fix: { en: 'Use it, or remove it.', zh: '使用它，或删除它。' },
  },
  'unknown-zone': {
    text: { en: '{found} is no time zone of the IANA database.', zh: '{found} 不是 IANA 时区。' },
    explanation: {
      en: 'Local days are counted in a zone that knows its summer time; offsets do not.',
      zh: '当地日按时区计算，时区含夏令时规则，而偏移量不含。',
    },
    fix: { en: 'Write a zone such as Asia/Shanghai or UTC.', zh: '写时区名，如 Asia/Shanghai 或 UTC。' },
  },
  'zone-all-year': {
    severity: 'warning',
    text: {
      en: '{found} is {offset} all the year: it is no place, and has no summer time.',
      zh: '{found} 全年都是 {offset}：它不是某地的时区，也不随夏令时变化。',
    },
    explanation: {
      en: 'Where clocks are changed, days begin an hour earlier for half of the year: what is sold in that hour belongs to another day, and at the end of a month to another period. In New York that is EST only in winter; the sign of Etc/GMT counts westwards, so that Etc/GMT-8 is eight hours ahead.',
      zh: '实行夏令时的地方，半年里每天早一小时开始；那一小时的销售属于另一天，月末则属于另一个结算期。纽约只有冬季才是 EST；Etc/GMT 的正负号以西为正，Etc/GMT-8 即东八区。',
    },
    fix: { en: 'Write the zone of a place, such as America/New_York.', zh: '请写某地的时区，如 America/New_York。' },
  },
  'unknown-currency': {
    text: { en: '{found} is no currency code of ISO 4217.', zh: '{found} 不是 ISO 4217 币种代码。' },
    explanation: { en: 'The currency decides the minor unit that every line is rounded to.', zh: '币种决定每行舍入到的最小货币单位。' },
    fix: { en: 'Write a code such as USD, CNY or JPY.', zh: '写币种代码，如 USD、CNY 或 JPY。' },
  },
  'currency-withdrawn': {
    severity: 'warning',
    text: {
      en: '{found} was legal tender until {until}; the term runs to {to}.',
      zh: '{found} 的法定流通期止于 {until}，而合同期至 {to}。',
    },
    explanation: {
      en: 'A currency that its country has given up can be neither paid nor converted any more. Dates are of ISO 4217 and CLDR as the engine carries them, whatever Node runs.',
      zh: '已停用的币种无法支付，也无法取得汇率。日期取自引擎内置的 ISO 4217 与 CLDR，与运行的 Node 版本无关。',
    },
    fix: { en: 'Agree the amounts in the currency that followed it.', zh: '改用其后继币种约定金额。' },
  },
  'no-such-date': {
    text: { en: '{found} is no date that exists.', zh: '日期 {found} 不存在。' },
    explanation: { en: 'Dates are YYYY-MM-DD and exist in the calendar.', zh: '日期写作 YYYY-MM-DD，且须是日历上有的日子。' },
    fix: {
      en: 'Write a day that there is: the year, a month from 01 to 12, and a day that this month has.',
      zh: '请写日历上有的日期：年、01 至 12 的月、该月有的日。',
    },
  },
  'term-order': {
    text: { en: 'The term ends on {to}, before it begins on {from}.', zh: '合同期于 {to} 结束，早于开始日 {from}。' },
    explanation: { en: 'Both days of the term are included; a term has at least one day.', zh: '合同期首末日均含，至少一天。' },
    fix: { en: 'Correct from or to.', zh: '更正 from 或 to。' },
  },
  'term-too-long': {
    text: { en: 'The term has {found} {found:day|days}; at most {limit} are allowed.', zh: '合同期为 {found} 天，上限 {limit} 天。' },
    explanation: {
      en: 'A term of more than 25 years is likelier a slip in a year than a contract.',
      zh: '超过 25 年的合同期多半是年份笔误。',
    },
    fix: { en: 'Correct the years.', zh: '更正年份。' },
  },
  'wrong-period': {
    text: {
      en: '{found} is no period of this contract, which is divided into {every}.',
      zh: '{found} 不是本合同的结算期；本合同按{every}划分。',
    },
    explanation: { en: 'Periods are named as calendar.every says.', zh: '结算期按 calendar.every 命名。' },
    fix: { en: 'Write a period of the right kind.', zh: '按该划分方式写结算期。' },
  },
  'period-outside-term': {
    text: { en: 'The period {found} lies outside the term ({from} to {to}).', zh: '结算期 {found} 在合同期（{from} 至 {to}）之外。' },
    explanation: { en: 'Nothing is measured or owed there.', zh: '合同期外不计量，也不产生应付款。' },
    fix: { en: 'Write a period of the term.', zh: '写合同期内的结算期。' },
  },
  'date-outside-term': {
    text: { en: 'The date {found} lies outside the term ({from} to {to}).', zh: '日期 {found} 在合同期（{from} 至 {to}）之外。' },
    explanation: { en: 'It could never take effect.', zh: '它永远不会生效。' },
    fix: { en: 'Write a date in the term.', zh: '写合同期内的日期。' },
  },
  'due-before-term': {
    text: {
      en: 'The due date {found} lies before the term, which begins on {expected}.',
      zh: '截止日期 {found} 早于合同期开始日 {expected}。',
    },
    explanation: { en: 'Nothing can be reached or accepted before the contract is in force.', zh: '合同生效前无法达成或验收。' },
    fix: { en: 'Write a date of {expected} or later.', zh: '写 {expected} 或更晚的日期。' },
  },
  'schedule-order': {
    text: { en: 'The period {found} stands after {before}; periods ascend.', zh: '结算期 {found} 写在 {before} 之后；结算期须升序。' },
    explanation: { en: 'Each entry holds until the next, so their order is their meaning.', zh: '每项生效至下一项，顺序即含义。' },
    fix: { en: 'Put the entries in ascending order.', zh: '按升序排列。' },
  },
  'schedule-starts-late': {
    text: { en: 'The first entry is for {found}; the term begins in {expected}.', zh: '首项为 {found}，而合同期始于 {expected}。' },
    explanation: { en: 'Between the term’s start and the first entry no value would hold.', zh: '合同期开始至首项之间将没有值。' },
    fix: {
      en: 'Let an entry for {expected} stand first, with what holds until {found}.',
      zh: '首项写 {expected}，并填写 {found} 之前适用的值。',
    },
  },
  'schedule-mixed': {
    text: { en: '{found} is no period, while the other entries are.', zh: '{found} 不是结算期，而其他条目是。' },
    explanation: {
      en: 'A map is either from periods to values or a table of tiers, points or bands, never both.',
      zh: '要么按期填写（结算期: 值），要么填写提成档、奖金点或扣款档的表，不能混写。',
    },
    fix: {
      en: 'Put the table below each period; of a markup write either the periods or gross, which may have periods below it.',
      zh: '把表写在各结算期之下；markup 只能写结算期或 gross 之一，结算期可写在 gross 之下。',
    },
  },
  'plus-sign': {
    text: {
      en: '{found} has a plus: what stands here is the value itself, and no change of another.',
      zh: '{found} 带加号：此处须填数值本身，而非增减量。',
    },
    explanation: {
      en: 'The sign would be left out in silence: after 3.5 the target +0.3 would be 0.3, which everything reaches.',
      zh: '加号会被忽略：前一目标为 3.5 时，+0.3 就成了目标 0.3，任何结果都能达到。',
    },
    fix: { en: 'Write the value without a plus.', zh: '写不带加号的数值。' },
  },
  'tiers-start-at-zero': {
    text: { en: 'The first tier starts at {found}; it must start at 0.', zh: '首档从 {found} 开始，须从 0 开始。' },
    explanation: { en: 'Below the first tier the rate would be unknown.', zh: '首档以下的费率将不明确。' },
    fix: { en: 'Add a tier 0, with 0% if nothing is meant.', zh: '增加 0 档，若不计提则写 0%。' },
  },
  'steps-order': {
    text: {
      en: '{found} stands after {before}; entries go in one direction, each once. Is the order wrong, or the level?',
      zh: '{found} 写在 {before} 之后；条目须单向排列且不重复。是顺序写错，还是数值写错？',
    },
    explanation: {
      en: 'Tiers and points ascend; bands ascend or descend. Out of order, a reader takes them for something else.',
      zh: '提成档与奖金点须升序；扣款档可升可降。顺序一乱，读者就会误解。',
    },
    fix: { en: 'Put the entries in order, or correct the level.', zh: '按顺序排列，或更正该档的数值。' },
  },
  'weights-sum': {
    text: {
      en: 'From {period} on the weights sum to {found} and must sum to 100%: {each}.',
      zh: '自 {period} 起各考核指标权重合计为 {found}，须恰为 100%：{each}。',
    },
    explanation: {
      en: 'The composite is a weighted mean: weights that do not sum to 100% change what 100% means.',
      zh: '综合得分是加权平均，权重合计不为 100% 会改变 100% 的含义。',
    },
    fix: { en: 'To come to 100%, {difference}.', zh: '须凑足 100%：{difference}。' },
  },
  'target-not-positive': {
    text: { en: 'A target must be above 0, found {found}.', zh: '目标须大于 0，实为 {found}。' },
    explanation: { en: 'Attainment is a share of the target.', zh: '达成率是相对目标的比例。' },
    fix: { en: 'Choose a metric whose target is above 0.', zh: '选择目标大于 0 的指标。' },
  },
  'levels-order': {
    text: {
      en: 'From {period} on the {field} is {found}; it must be {expected}, the target.',
      zh: '自 {period} 起 {field} 为 {found}，须 {expected}（目标）。',
    },
    explanation: {
      en: 'For higher: threshold < target < stretch; for lower the other way round. Otherwise the score would jump or fall.',
      zh: '越高越好：threshold < target < stretch；越低越好则相反。否则得分会跳变或反向。',
    },
    fix: { en: 'Correct the level, or the direction (better).', zh: '更正该值，或更正方向（better）。' },
  },
  'lower-needs-threshold': {
    text: { en: 'The KPI {id} is better lower and has no threshold.', zh: '考核指标 {id} 越低越好，但没有 threshold。' },
    explanation: {
      en: 'Without a threshold nothing says at which actual the score is 0.',
      zh: '没有 threshold 便不知实际值到多少得 0 分。',
    },
    fix: { en: 'Add a threshold above the target, such as 1.4x.', zh: '增加高于目标的 threshold，如 1.4x。' },
  },
  'stretch-needs-cap': {
    text: {
      en: 'A stretch needs a cap above 100%; from {period} on it is {found}.',
      zh: 'stretch 需要大于 100% 的 cap；自 {period} 起为 {found}。',
    },
    explanation: {
      en: 'At the stretch the score is the cap: at 100% there would be nothing to gain beyond the target.',
      zh: '达到 stretch 得 cap；cap 为 100% 时超过目标并无所得。',
    },
    fix: { en: 'Write a cap above 100%, or remove the stretch.', zh: '写大于 100% 的 cap，或删除 stretch。' },
  },
  'cap-below-100': {
    text: { en: 'The cap is {found} from {period} on; it must be at least 100%.', zh: '自 {period} 起 cap 为 {found}，不得低于 100%。' },
    explanation: { en: 'The target scores 100%, so no cap can lie below it.', zh: '达到目标得 100%，得分封顶不能比它更低。' },
    fix: { en: 'Write a cap of 100% or more.', zh: '写 100% 或更高的 cap。' },
  },
  'only-one': {
    text: { en: 'The contract has a second {found}, {id}; at most one is allowed.', zh: '合同有第二个 {found}（{id}），至多一个。' },
    explanation: { en: 'With two of them the order of settlement would be ambiguous.', zh: '若有两个，结算顺序便有歧义。' },
    fix: { en: 'Merge them; a schedule can change the amount over time.', zh: '请合并为一个；金额随时间变化的，用分期取值写明。' },
  },
  'penalty-of': {
    text: {
      en: 'A penalty cannot deduct from {id}, a {found}: expected {expected}.',
      zh: '扣款不能针对 {id}（{found}）：应为 {expected}。',
    },
    explanation: { en: 'Penalties deduct from what is earned in the period.', zh: '扣款从当期所得中扣减。' },
    fix: { en: 'Name another fee, or write "amount" instead of "of".', zh: '改指其他费用，或用 amount 代替 of。' },
  },
  'not-blockable': {
    text: { en: 'The fee {id} is a {found}; gates and grace cannot name it.', zh: '费用 {id} 为 {found}，前置条件与缓冲期不能指定它。' },
    explanation: { en: 'A cap or tax that does not apply would pay more, not less.', zh: '封顶或税不适用时反而多付。' },
    fix: { en: 'Name the fees that pay nothing instead.', zh: '改为指定届时不予支付的费用。' },
  },
  'due-day': {
    text: {
      en: 'Day {found} does not exist in every period: expected {expected}.',
      zh: '并非每个结算期都有第 {found} 天：应 {expected}。',
    },
    explanation: { en: 'A deadline must exist in the shortest period of the calendar.', zh: '截止日须在最短的结算期中也存在。' },
    fix: { en: 'Choose an earlier day.', zh: '选择更早的日子。' },
  },
  'duty-needs-score': {
    text: { en: 'The duty {id} of the brand says nothing of scoreAs.', zh: '品牌方义务 {id} 未写 scoreAs。' },
    explanation: {
      en: 'When the brand is late, fees by these KPIs pay at least as at scoreAs.',
      zh: '品牌方逾期时，相关考核指标的费用至少按 scoreAs 支付。',
    },
    fix: { en: 'Add scoreAs to ifLate, such as 100%.', zh: '在 ifLate 中增加 scoreAs，如 100%。' },
  },
  'duty-refuses-score': {
    text: { en: 'The duty {id} is the provider’s and has no scoreAs.', zh: '义务 {id} 由服务方履行，不使用 scoreAs。' },
    explanation: { en: 'A late provider is scored 0.', zh: '服务方逾期按 0 分计。' },
    fix: { en: 'Remove scoreAs.', zh: '删除 scoreAs。' },
  },
  'signs-for-both': {
    text: { en: '{id} stands for both sides.', zh: '{id} 同时代表双方。' },
    explanation: { en: 'One person approving for both sides is one approval, not two.', zh: '一人代表双方批准只算一方批准。' },
    fix: { en: 'Remove the person from one side.', zh: '从其中一方移除该人员。' },
  },
  'name-unseen': {
    text: {
      en: 'The name of {kind} {id} has characters that nobody sees: {found}.',
      zh: '{kind} {id} 的名称含有不可见字符：{found}。',
    },
    explanation: {
      en: 'Invisible characters make two names out of what looks like one, and those that turn text round make figures read otherwise.',
      zh: '不可见字符会让看似相同的名称实为两个；改变书写方向的字符会使数字被读错。',
    },
    fix: { en: 'Type the name again, without pasting it.', zh: '请重新键入名称，不要粘贴。' },
  },
  'parties-alike': {
    text: {
      en: 'Brand and provider have names that look alike: {first} and {second}.',
      zh: '品牌方与服务方的名称难以区分：{first} 与 {second}。',
    },
    explanation: {
      en: 'Every sentence about who pays and who is paid names the parties; nobody could tell which is meant.',
      zh: '凡涉及付款与收款的语句都以名称指称双方，名称相近则无从分辨。',
    },
    fix: { en: 'Write each party’s own legal name.', zh: '请分别填写双方各自的法定名称。' },
  },
  'people-alike': {
    severity: 'warning',
    text: {
      en: '{first} and {second} have names that look alike: {names}.',
      zh: '{first} 与 {second} 的姓名难以区分：{names}。',
    },
    explanation: {
      en: 'Who signs is decided by the GitHub id; a reader who goes by the name takes one person for the other.',
      zh: '签署以 GitHub id 为准；只看姓名的读者会把两人混为一谈。',
    },
    fix: { en: 'Add what tells them apart, such as the department.', zh: '请补充可区分的信息，例如部门。' },
  },
  'same-person': {
    text: { en: 'The GitHub id {found} is also that of {id}.', zh: 'GitHub id {found} 与 {id} 相同。' },
    explanation: {
      en: 'The numeric id decides who somebody is; two names for one account could sign twice.',
      zh: '人员以数字 id 为准；一个账户两个名字可能重复签署。',
    },
    fix: { en: 'Correct the id, or remove one of the two.', zh: '更正 id，或删除其一。' },
  },
  'notify-kinds': {
    text: {
      en: 'The secret {secret} is one of {expected} above, and cannot be one of {found} too.',
      zh: '密钥 {secret} 在上文属于 {expected} 渠道，不能同时属于 {found}。',
    },
    explanation: {
      en: 'A secret holds one address, and an address belongs to one kind of channel.',
      zh: '一个密钥只存放一个地址，一个地址只属于一种渠道。',
    },
    fix: { en: 'Give each channel a secret of its own, or correct `to`.', zh: '为每个渠道各用一个密钥，或更正 `to`。' },
  },
  'notify-secret-name': {
    text: { en: '`secret` is not the name of a secret for messages.', zh: '`secret` 不是消息渠道的密钥名。' },
    explanation: {
      en: 'Everybody who reads the repository would read an address that stands here, and could write to the channel. A name begins with CONCORD_NOTIFY_, so that no other key of the workflows can be named.',
      zh: '地址若写在这里，凡能读取仓库的人都能看到并向该渠道发消息。密钥名以 CONCORD_NOTIFY_ 开头，因此不会指到工作流的其他密钥。',
    },
    fix: {
      en: 'Store the address as a secret of the environment concord and write its name: CONCORD_NOTIFY_BRAND. An address that stood here must be made anew.',
      zh: '把地址存为环境 concord 的密钥，此处写密钥名：CONCORD_NOTIFY_BRAND。曾写在这里的地址须重新生成。',
    },
  },
  'notify-twice': {
    text: {
      en: 'An entry above already tells {topics} at {secret} in the same language.',
      zh: '上文已有一项以同一语言向 {secret} 告知 {topics}。',
    },
    explanation: {
      en: 'People would get the same message twice in one place.',
      zh: '同一处会收到两遍相同的消息。',
    },
    fix: {
      en: 'Take these topics out of one of the two, or give it another language or party.',
      zh: '从其中一项删去这些事项，或改用另一种语言、另一方。',
    },
  },
  'notify-review-idle': {
    text: {
      en: 'review: true is for the weekly note, which `on` does not name.',
      zh: 'review: true 只用于每周简报，而 `on` 中没有 weekly。',
    },
    explanation: {
      en: 'Facts are told on their day; only the weekly note can wait for a person.',
      zh: '事项当日即告知，只有每周简报可以先由人过目。',
    },
    fix: { en: 'Add weekly to `on`, or remove review.', zh: '在 `on` 中加上 weekly，或删除 review。' },
  },
  'too-many-required': {
    text: {
      en: '{found} {found:approval is|approvals are} required, but there {limit:is|are} {limit} {limit:signatory|signatories}.',
      zh: '要求 {found} 人批准，但签署人只有 {limit} 人。',
    },
    explanation: { en: 'More approvals than signatories can never be given.', zh: '批准人数不可能超过签署人数。' },
    fix: { en: 'Add signatories, or require fewer.', zh: '增加签署人，或减少要求人数。' },
  },
  'wager-quarter': {
    text: { en: 'The wager {id} runs over quarters, but the calendar has weeks.', zh: '对赌 {id} 按季度计，而合同按周划分。' },
    explanation: {
      en: 'A quarter is no whole number of weeks, so it never ends with a period.',
      zh: '季度不是整数周，不会与结算期同时结束。',
    },
    fix: { en: 'Write over: term, or use months or quarters.', zh: '改为 over: term，或按月或季度划分。' },
  },
  'formula-syntax': {
    text: { en: 'The formula cannot be read at {found}: {problem}.', zh: '公式在 {found} 处无法读取：{problem}。' },
    explanation: {
      en: 'A formula has measures, metrics, decimals, + - * / ( ), unary minus, min and max.',
      zh: '公式由度量、指标、小数、+ - * / ( )、负号、min 与 max 组成。',
    },
    fix: { en: 'Correct the formula at this place.', zh: '更正此处的公式。' },
  },
  'formula-cycle': {
    text: { en: 'The metric is made of itself: {found}.', zh: '指标引用了自身：{found}。' },
    explanation: { en: 'A value that needs itself has none.', zh: '依赖自身的值无法计算。' },
    fix: { en: 'Break the circle.', zh: '去掉循环引用。' },
  },
  'formula-too-large': {
    text: {
      en: 'Written out, the metric {id} has {found} names and numbers; at most {limit} can be evaluated.',
      zh: '将指标 {id} 逐层展开后共有 {found} 个名称和数字，上限为 {limit}。',
    },
    explanation: {
      en: 'A metric that names another twice is twice as large: a few dozen of them would be evaluated for ever.',
      zh: '指标每引用另一指标两次，展开后就大一倍：几十层之后便永远算不完。',
    },
    fix: { en: 'Name fewer metrics, or each of them fewer times.', zh: '请减少引用的指标，或减少重复引用。' },
  },
  'measure-and-metric': {
    text: { en: '{id} is both a measure and a metric.', zh: '{id} 既是度量又是指标。' },
    explanation: { en: 'A formula that names it could mean either.', zh: '引用它的公式会有歧义。' },
    fix: { en: 'Rename one of them.', zh: '为其中之一改名。' },
  },
  'only-for-sums': {
    text: { en: 'The field {field} belongs to sums; this measure counts.', zh: '字段 {field} 仅用于求和，而该度量为计数。' },
    explanation: { en: 'A count has no amount to convert and no NULL to fill.', zh: '计数没有可换算的金额，也没有可填补的 NULL。' },
    fix: { en: 'Remove {field}, or write sum.', zh: '删除 {field}，或改用 sum。' },
  },
  'currency-needs-fx': {
    text: { en: 'The measure {id} has a currency column, but there are no rates (fx).', zh: '度量 {id} 有币种列，但没有汇率（fx）。' },
    explanation: {
      en: 'Amounts in other currencies are converted at rates that the contract names.',
      zh: '其他币种的金额按合同指定的汇率换算。',
    },
    fix: {
      en: 'Add fx with the rates. Or count only what is in one currency, so that an amount in another never counts as that: where: { {column}: USD } with currency: { code: USD } for dollars, written as the files write it.',
      zh: '请增加 fx 写明汇率。或只计一种币种，使其他币种的金额不会被当作该币种：例如美元，写 where: { {column}: USD } 与 currency: { code: USD }，where 中的值以文件中的写法为准。',
    },
  },
  'code-needs-fx': {
    text: {
      en: 'The measure {id} is in {found} and the contract in {currency}, but there are no rates (fx).',
      zh: '度量 {id} 的币种为 {found}，合同币种为 {currency}，但没有汇率（fx）。',
    },
    explanation: {
      en: 'Amounts of another currency are never added up as they stand: without rates every period would be held.',
      zh: '其他币种的金额绝不直接相加：没有汇率，每期都会暂缓结算。',
    },
    fix: {
      en: 'Add fx, or write the currency that the amounts really are in.',
      zh: '增加 fx，或写明金额的真实币种。',
    },
  },
  'fx-unused': {
    text: { en: 'There are rates (fx), but no measure has a currency column.', zh: '有汇率（fx），但没有任何度量写了币种列。' },
    explanation: {
      en: 'Without currency amounts in several currencies would be added up as they stand.',
      zh: '不写 currency，多种货币的金额会直接相加而不换算。',
    },
    fix: { en: 'Add currency to the measures that are converted, or remove fx.', zh: '为需要换算的度量增加 currency，或删除 fx。' },
  },
  'table-needs-grain': {
    text: { en: 'The fact {id} does not say which columns identify a row (grain).', zh: '事实表 {id} 未写唯一标识一行的列（grain）。' },
    explanation: {
      en: 'Without it nobody would notice rows that are loaded twice and paid twice.',
      zh: '没有它，重复加载、重复付款将无人察觉。',
    },
    fix: { en: 'Add grain with the key columns.', zh: '增加 grain，写上主键列。' },
  },
  'share-is-no-flow': {
    text: { en: 'The metric {id} is a share and cannot be a flow.', zh: '指标 {id} 是比例，不能为 flow。' },
    explanation: { en: 'A flow grows with time; a share does not.', zh: 'flow 随时间增长，比例不会。' },
    fix: { en: 'Write type: ratio, or another unit.', zh: '改为 type: ratio，或其他 unit。' },
  },
  'quotient-is-no-flow': {
    text: {
      en: 'The metric {id} ({found}) does not grow with time and cannot be a flow.',
      zh: '指标 {id}（{found}）不随时间增长，不能为 flow。',
    },
    explanation: {
      en: 'A quotient is as large for half a month as for a whole one. As a flow its target, threshold and limits would be scaled to the days in force: 45 for a whole January is 29.03 for 20 of its 31 days.',
      zh: '商在半个月与整个月内大小相同。若为 flow，其目标、门槛与限值会按有效天数折算：1 月整月的 45，在有效 20 天（共 31 天）时成为 29.03。',
    },
    fix: { en: 'Write type: ratio.', zh: '改为 type: ratio。' },
  },
  'reconcile-itself': {
    text: { en: 'The measure {id} is compared with itself.', zh: '度量 {id} 与自身对账。' },
    explanation: { en: 'It always agrees, so the rule protects nobody.', zh: '自己与自己总是一致，这条规则毫无作用。' },
    fix: { en: 'Name a measure from another source.', zh: '改为来自其他来源的度量。' },
  },
  'view-missing': {
    text: { en: 'The view {id} has no file: expected {expected}.', zh: '视图 {id} 没有文件：应为 {expected}。' },
    explanation: {
      en: 'A view is a read-only query in the contract’s folder, one per engine.',
      zh: '视图是合同文件夹中的只读查询，每个引擎一个。',
    },
    fix: { en: 'Add the file, or correct the name.', zh: '补上文件，或更正名称。' },
  },
  'unknown-pack': {
    text: { en: 'No pack {id} is known.', zh: '没有名为 {id} 的口径包。' },
    explanation: {
      en: 'A pack provides facts, measures and metrics; leaving one out silently would change what is measured.',
      zh: '口径包提供事实表、度量与指标；悄悄略过会改变计量内容。',
    },
    fix: {
      en: 'Use one of {expected}, or remove it from use and define what is needed.',
      zh: '可用：{expected}；或从 use 中删除，并自行定义所需内容。',
    },
  },
  'pack-parameter-unknown': {
    text: { en: 'The pack {id} has no parameter {field}.', zh: '口径包 {id} 没有参数 {field}。' },
    explanation: {
      en: 'Each pack has parameters of its own, listed in docs/packs.md.',
      zh: '每个口径包有各自的参数，见 docs/packs.md。',
    },
    fix: { en: 'Remove it, or use one of: {expected}.', zh: '删除该参数，或改用：{expected}。' },
  },
  'pack-parameter-missing': {
    text: { en: 'The pack {id} needs the parameter {field}.', zh: '口径包 {id} 需要参数 {field}。' },
    explanation: {
      en: 'No standard value would be right for anybody.',
      zh: '该参数没有通用的默认值。',
    },
    fix: { en: 'Write {pack: {id}, {field}: …}.', zh: '写成 {pack: {id}, {field}: …}。' },
  },
  'pack-choice-unknown': {
    text: {
      en: 'The pack {id} has no {field} {found}; it has: {expected}.',
      zh: '口径包 {id} 的 {field} 不能为 {found}，可选：{expected}。',
    },
    explanation: {
      en: 'Packs that share a parameter do not all know the same choices.',
      zh: '同名参数在各口径包中的可选项不尽相同。',
    },
    fix: { en: 'Write one that it has.', zh: '请改为可选值之一。' },
  },
  'pack-marketplace-currency': {
    text: {
      en: 'The shop {marketplace} settles in {expected}; the pack {id} is used with currency: {found}.',
      zh: '站点 {marketplace} 以 {expected} 结算，而口径包 {id} 写的是 currency: {found}。',
    },
    explanation: {
      en: 'The amounts of a settlement name no currency: each {expected} would be counted and paid as one {found}.',
      zh: '结算报告的金额不带币种：1 {expected} 会被当作 1 {found} 计量和付款。',
    },
    fix: {
      en: 'Write currency: {expected}. A contract in another currency needs rates besides (fx, guide, chapter 6).',
      zh: '改为 currency: {expected}。合同币种不同的，还须声明汇率（fx，见指南第 6 章）。',
    },
  },
  'pack-choice-open': {
    severity: 'warning',
    text: {
      en: 'The contract does not say {field} of the pack {id}: {found} holds.',
      zh: '合同未写明口径包 {id} 的 {field}：按 {found} 处理。',
    },
    explanation: {
      en: 'The value that holds is right for some sources only, and no figure would show that it is wrong for this one.',
      zh: '默认值只适合部分数据来源；若不适合本合同，从数字上看不出来。',
    },
    fix: {
      en: "Choose one in both parties' words: {pack: {id}, {field}: …}, one of {expected}. docs/packs.md says what each means.",
      zh: '请双方商定并写明：{pack: {id}, {field}: …}，可选 {expected}。各选项的含义见 docs/packs.md。',
    },
  },
  'pack-read-twice': {
    text: { en: 'The pack {id} is used twice for the same tables.', zh: '口径包 {id} 对同一组表使用了两次。' },
    explanation: {
      en: 'Both uses read the same rows: what adds them up counts everything twice.',
      zh: '两次使用读取的是相同的行：相加会把一切计两遍。',
    },
    fix: {
      en: 'Give each use tables of its own (dataset: shop_de), or remove one of them.',
      zh: '为每次使用指定各自的表（dataset: shop_de），或删除其中一个。',
    },
  },
  'pack-name-twice': {
    text: {
      en: 'The {kind} {id} of the pack {pack} is also defined by {other}.',
      zh: '口径包 {pack} 的{kind} {id} 与 {other} 中的定义重名。',
    },
    explanation: {
      en: 'Neither definition may silently win over the other.',
      zh: '不能让其中一个定义悄悄覆盖另一个。',
    },
    fix: {
      en: 'Rename your own, remove one of the packs, or give each use a name of its own: as: de.',
      zh: '修改自有名称，删除其中一个口径包，或为每次使用分别命名（as: de）。',
    },
  },
  'form-of-view': {
    text: { en: '{field} says how a table is written; {id} is a view.', zh: '{field} 说明表的写法，而 {id} 是视图。' },
    explanation: {
      en: 'A view reads tables by their own names and says in its own text what it makes of them.',
      zh: '视图按表的原名读取，怎样处理由视图文本说明。',
    },
    fix: {
      en: 'Remove it, or make the fact of the table. How the table that a view reads is written, a fact of that table says, which needs no measure.',
      zh: '删除该字段，或改为直接使用该表。视图所读的表怎样写成，由该表自己的事实表声明，无须度量。',
    },
  },
  'format-one-mark': {
    text: { en: '{found} cannot separate thousands and decimals alike.', zh: '{found} 不能既是千位分隔符又是小数点。' },
    explanation: { en: '1.234 would be two numbers.', zh: '1.234 会有两种读法。' },
    fix: { en: 'Write decimal: "," where numbers look like 1.234,50.', zh: '数字写作 1.234,50 时，请写 decimal: ","。' },
  },
  'format-two-starts': {
    text: { en: 'skip and headerStartsWith both say where the header is.', zh: 'skip 与 headerStartsWith 都在指定表头的位置。' },
    explanation: { en: 'They may differ, and one of them would be wrong.', zh: '两者可能不一致，其中一个会出错。' },
    fix: { en: 'Keep one of them.', zh: '只保留一个。' },
  },
  'column-time': {
    text: { en: '{found} does not say how times are written: {fault}.', zh: '{found} 不是可用的时间写法：{fault}。' },
    explanation: {
      en: 'As strptime has it: %Y year, %y its last two digits, %m month, %b or %B its English name, %d day, %H hour, %I hour of twelve with %p AM or PM (or 上午, 下午, 오전, 오후, 午前, 午後), %M minute, %S second, %f fraction, %z offset.',
      zh: '与 strptime 相同：%Y 年、%y 两位年份、%m 月、%b 或 %B 英文月名、%d 日、%H 时、%I 十二小时制的时（须配 %p：AM/PM，或上午/下午、오전/오후、午前/午後）、%M 分、%S 秒、%f 小数秒、%z 时差。',
    },
    fix: {
      en: 'For 1/31/2026 write "%m/%d/%Y". Letters of a zone behind times (PST, GMT+8) are taken off by strip: [PST, PDT] beside the column, and the zone is named under `when`.',
      zh: '例如 1/31/2026 写作 "%m/%d/%Y"。时间后的时区字母（如 PST、GMT+8）请在该列用 strip: [PST, PDT] 去掉，并在 `when` 中写明时区。',
    },
  },
  'column-name-alike': {
    text: { en: '{other} and {one} are one name to a query.', zh: '{other} 与 {one} 在查询中是同一个名称。' },
    explanation: { en: 'Queries do not tell upper from lower case.', zh: '查询不区分大小写。' },
    fix: { en: 'Rename one of them.', zh: '为其中一个改名。' },
  },
  'column-not-named': {
    text: {
      en: 'The fact {id} has no column {column}; its columns are {columns}.',
      zh: '事实表 {id} 没有列 {column}；已命名的列为 {columns}。',
    },
    explanation: {
      en: 'Where columns are named, only these exist: a name without a header would be read from nowhere.',
      zh: '一旦命名了列，就只有这些列；没有表头的名称无处可读。',
    },
    fix: { en: 'Add the column with its header under columns, or correct the name.', zh: '在 columns 中加上该列及其表头，或更正名称。' },
  },
  'money-with-percent': {
    text: { en: 'The metric {id} is money; {found} is a share.', zh: '指标 {id} 为金额，而 {found} 是比例。' },
    explanation: { en: 'A level is in the unit of its metric.', zh: '所写的值须与指标的单位一致。' },
    fix: { en: 'Write an amount, or name another metric.', zh: '写金额，或改用其他指标。' },
  },
  'number-with-percent': {
    text: {
      en: 'The metric {id} is a number, and {found} a share: it would mean {value}.',
      zh: '指标 {id} 为数字，而 {found} 是比例，即 {value}。',
    },
    explanation: {
      en: 'A level is in the unit of its metric: of a share it is written with %, of a number or of money without. A ROAS of 3.0 that is held against 3.0% is reached by everything.',
      zh: '所写的值须与指标的单位一致：比例写 %，数字与金额不写。若以 3.0% 衡量投产比，原定 3.0 的目标任何结果都能达到。',
    },
    fix: { en: 'Write the number, or make the unit of the metric a share.', zh: '写数字，或将该指标的单位改为比例（share）。' },
  },
  'percent-beside-number': {
    text: {
      en: '{field}: {found} means {value} here, because the target is a number, {target}.',
      zh: '{field}: {found} 在此即 {value}，因为目标是数字 {target}。',
    },
    explanation: {
      en: 'A share of the target is written as a multiple of it (0.8x). A % after a number is the number divided by a hundred.',
      zh: '目标的几成须写成倍数（0.8x）；数字后的 % 表示该数字除以一百。',
    },
    fix: { en: 'Write the multiple or the number.', zh: '改写为倍数或数字。' },
  },
  'level-as-multiple': {
    severity: 'warning',
    text: {
      en: '{field}: {found} is a plain number beside a target of {target}: is it a multiple of the target?',
      zh: '{field}: {found} 是数字本身，而目标为 {target}：是否本应为目标的倍数？',
    },
    explanation: {
      en: 'A multiple of the target ends in x: 0.8x of 3.5 is 2.8. A threshold of 0.8 beside it scores nearly everything, a stretch of 120 nothing.',
      zh: '目标的倍数以 x 结尾：3.5 的 0.8x 即 2.8。若写成 0.8，几乎任何结果都能得分；stretch 写成 120 则永远达不到。',
    },
    fix: { en: 'Write the multiple with x, or the number that is meant.', zh: '倍数请加 x，或写所指的数字。' },
  },
  'commission-base': {
    text: {
      en: 'The base {id} is {found}; a commission needs a flow of money.',
      zh: '计提基数 {id} 为 {found}，而提成需要金额的累计类（flow）指标。',
    },
    explanation: { en: 'A rate is applied to an amount that grows with time.', zh: '费率乘以随时间增长的金额，得出提成。' },
    fix: { en: 'Name a metric with unit: money and type: flow.', zh: '改用 unit: money、type: flow 的指标。' },
  },
  'quantity-flow': {
    text: {
      en: 'The quantity {id} is {found}; a unit price needs a flow.',
      zh: '计价数量 {id} 为 {found}，单价计费需要累计类（flow）指标。',
    },
    explanation: { en: 'A price is paid for each of something that grows with time.', zh: '单价按随时间累加的数量计付。' },
    fix: { en: 'Name a metric with type: flow.', zh: '改用 type: flow 的指标。' },
  },
  'term-base': {
    text: {
      en: 'The base {id} ({found}) is no sum of measures, so it cannot accumulate over the term.',
      zh: '计提基数 {id}（{found}）不是度量之和，不能在合同期内累计。',
    },
    explanation: {
      en: 'Over the term the base is the sum of its periods; distinct counts, quotients, min, max and added constants do not add up.',
      zh: '合同期累计即各结算期之和；去重计数、商、min、max 与常数项不可相加。',
    },
    fix: { en: 'Write accumulate: period, or a base of sums.', zh: '改为 accumulate: period，或使用求和构成的基数。' },
  },
  'tree-differs': {
    text: {
      en: 'The factors of {id} multiply to {id} times {found}.',
      zh: '{id} 的各因子相乘等于 {id} 乘以 {found}。',
    },
    explanation: {
      en: 'A tree says that a metric is the product of others whatever their values; the formulas, written out down to measures, must cancel.',
      zh: '指标拆解须恒等成立：把各公式展开到度量后，应能完全约去。',
    },
    fix: { en: 'Add the factor that is missing, or { per: … } of the one too many.', zh: '补上缺少的因子；多出的因子改写为 { per: … }。' },
  },
  'tree-too-large': {
    text: { en: 'The factors of {id} cannot be compared with it: they have too many terms.', zh: '{id} 的各因子项数过多，无法与其比较。' },
    explanation: {
      en: 'The formulas are multiplied out to prove that they are the same; that is bounded.',
      zh: '证明恒等需将公式展开，项数有上限。',
    },
    fix: { en: 'Name factors with shorter formulas.', zh: '改用公式较短的因子。' },
  },
  'bridge-without': {
    text: { en: 'The bridge of {id} names {driver}, but {reason}.', zh: '{id} 的 bridge 写有 {driver}，但{reason}。' },
    explanation: {
      en: 'Mix is what moves between parts, and fx what moves between currencies: the measures of the KPI must have them.',
      zh: 'mix 指各部分之间的结构变化，fx 指币种之间的变化；该指标的度量中须有相应的拆分或币种。',
    },
    fix: {
      en: 'Divide a measure of the KPI with by, give it a currency column, or leave the driver out.',
      zh: '为该指标的度量写上 by 或币种列，或删去该因素。',
    },
  },
  'divided-twice': {
    text: { en: 'The measure {id} is divided by {column} twice.', zh: '度量 {id} 两次按 {column} 拆分。' },
    explanation: {
      en: 'Two dimensions divide a measure into combinations; the same column twice divides it no further.',
      zh: '两个维度把度量拆成组合；同一列写两次不会拆得更细。',
    },
    fix: { en: 'Keep one of them.', zh: '只保留一个。' },
  },
  'lag-alone': {
    text: {
      en: 'The dimension {column} says how late rows are booked, and something else.',
      zh: '维度 {column} 既表示入账滞后，又另有拆分。',
    },
    explanation: {
      en: 'Days of lag are told apart by themselves, 0 to the last; top, values and a second dimension would leave none of them whole.',
      zh: '滞后天数自行按 0 至上限逐日单列；再写 top、values 或第二个维度，各天就不完整了。',
    },
    fix: { en: 'Let lag stand alone, and divide another measure by the other column.', zh: '请只写 lag；其他维度写在另一个度量上。' },
  },
  'top-and-values': {
    text: { en: 'The dimension {column} has top and values.', zh: '维度 {column} 同时写了 top 与 values。' },
    explanation: {
      en: 'Which values are apart is either counted in the data or named.',
      zh: '单列哪些值，要么按数据中的行数排出，要么逐一写明，二者只能选一。',
    },
    fix: { en: 'Keep top, or keep values.', zh: '只保留 top 或 values 之一。' },
  },
  'days-order': {
    text: { en: 'The days end on {to}, before they begin on {from}.', zh: '日期于 {to} 结束，早于开始日 {from}。' },
    explanation: { en: 'Both days of a range are included; a range has at least one day.', zh: '首末两日均含，至少一天。' },
    fix: { en: 'Correct from or to.', zh: '更正 from 或 to。' },
  },
  'seasons-overlap': {
    text: { en: '{day} belongs to {first} and to {second}.', zh: '{day} 同时属于 {first} 与 {second}。' },
    explanation: {
      en: 'What is expected of a day is said once: of two factors nobody could tell which one holds.',
      zh: '一天的预期只能约定一次：出现两个倍数时，无从判断以哪个为准。',
    },
    fix: { en: 'Give the day to one of them.', zh: '把这一天只归入其中一个活动。' },
  },
  'factor-and-basis': {
    text: { en: 'The season has a factor and a basis.', zh: '该活动同时写了 factor 与 basis。' },
    explanation: {
      en: 'How large an event will be is either declared or taken from the data of the one before.',
      zh: '活动的量级要么由双方约定，要么取自上一次活动的数据，二者只能选一。',
    },
    fix: { en: 'Keep factor, or keep basis.', zh: '只保留 factor 或 basis 之一。' },
  },
  'factor-zero': {
    text: { en: 'The factor is 0.', zh: '倍数 factor 为 0。' },
    explanation: {
      en: 'A factor says how many times an ordinary day a day of the event is. Of a day on which nothing happens nothing is expected.',
      zh: 'factor 表示活动日约为平日的几倍；倍数为 0 即当天毫无业务，无可预测。',
    },
    fix: { en: 'Write a number above 0, such as 2.5, or leave it out.', zh: '写大于 0 的数，如 2.5；或不写。' },
  },
  'basis-not-before': {
    text: {
      en: 'The basis ends on {found}, not before the season begins on {from}.',
      zh: 'basis 的末日 {found} 不早于活动开始日 {from}。',
    },
    explanation: {
      en: 'A factor is learned from the same event before; its own days are what is to be forecast.',
      zh: '倍数取自以往的同一活动；活动当期的日子正是要预测的对象。',
    },
    fix: { en: 'Write the days of the year before.', zh: '改写为上一年的活动日期。' },
  },
} as const satisfies Readonly<Record<string, IssueEntry>>;
