import type { Message } from '../kernel/text.js';
import { saying } from './saying.js';

/** What the two-party gate looks at, as the headings of its verdict. */
export const GATE_RULES = {
  'both-parties': { en: 'Both parties agreed to exactly this text', zh: '双方同意的正是这份文本' },
  policy: { en: 'The people who may approve are known', zh: '可批准人员明确' },
  subject: { en: 'The pull request is open for a decision', zh: '合并请求可供决定' },
  facts: { en: 'Everything about it could be read', zh: '相关信息已完整读取' },
  paths: { en: 'Its files are what they seem', zh: '文件名与类型真实无误' },
  separate: { en: 'Contracts and the rules around them change apart', zh: '合同与规则分开修改' },
  sound: { en: 'The contracts and settings that it leaves have no errors', zh: '合入后的合同与设置没有错误' },
  'append-only': { en: 'Events and ledgers are only added to', zh: '事件与账本只增不改' },
  'event-dates': { en: 'Events carry the day on which they are merged', zh: '事件日期即合并当日' },
  settlement: { en: 'The statement is what the engine writes', zh: '结算单与引擎计算一致' },
  'up-to-date': { en: 'Nothing it builds on has changed since', zh: '所依据的内容此后未变' },
  landing: { en: 'What was decided is what would land', zh: '合并结果与所判定的内容一致' },
  twins: { en: 'Every open pull request with this commit passes', zh: '同一提交的其他合并请求均通过' },
  consent: { en: 'Whoever is affected has agreed', zh: '受影响方均已同意' },
  'by-parties': { en: 'Each party approves', zh: '各方批准' },
  'filed-alone': { en: 'An event that its party may file alone', zh: '可由一方单独提交的事件' },
  'deemed-accepted': { en: 'Accepted by silence', zh: '逾期未提异议，视为确认' },
  restored: { en: 'It only puts the agreed text back', zh: '仅恢复已议定的文本' },
  forms: { en: 'Issue forms as the engine writes them for the agreed contracts', zh: '引擎按已议定的合同写出的议题表单' },
  objections: { en: 'Nobody who may sign asks for changes', zh: '有权签署者均未要求修改' },
  party: {
    en: '{party} of {scope}: {approved} of {required} {required:approval|approvals}',
    zh: '{scope} 的{party}：已批准 {approved} 人，须 {required} 人',
  },
} as const satisfies Readonly<Record<string, Message>>;

export type GateRule = keyof typeof GATE_RULES;

/** The same rules where they stand in the way: what is said then must not read as if all were well. */
export const GATE_OBSTACLES = {
  'both-parties': { en: 'Not both parties have agreed to exactly this text', zh: '尚非双方均同意这份文本' },
  policy: { en: 'It is not clear who may approve', zh: '可批准人员不明确' },
  subject: { en: 'The pull request is not open for a decision', zh: '合并请求目前不能决定' },
  facts: { en: 'Not everything about it could be read', zh: '相关信息未能完整读取' },
  paths: { en: 'Some of its files are not what they seem', zh: '部分文件的名称或类型有误导' },
  separate: { en: 'A contract and the rules around it change together', zh: '合同与规则被一起修改' },
  sound: { en: 'A contract or setting that it leaves has errors', zh: '合入后的合同或设置存在错误' },
  'append-only': { en: 'Events or ledgers are not only added to', zh: '事件或账本并非只增不改' },
  'event-dates': { en: 'An event does not carry the day on which it is merged', zh: '有事件的日期不是合并当日' },
  settlement: { en: 'The statement is not known to be what the engine writes', zh: '结算单尚未确认与引擎计算一致' },
  'up-to-date': { en: 'Something it builds on has changed since, or may have', zh: '所依据的内容此后有变，或可能有变' },
  landing: { en: 'What would land is not known to be what was decided', zh: '合并结果尚未确认与所判定的内容一致' },
  twins: { en: 'Another open pull request with this commit does not pass', zh: '同一提交的另一合并请求未通过' },
  consent: { en: 'Not everybody who is affected has agreed', zh: '受影响方尚未全部同意' },
  'by-parties': { en: 'Not each party has approved', zh: '尚有一方未批准' },
  'filed-alone': { en: 'Its party may not file this alone', zh: '不能由一方单独提交' },
  'deemed-accepted': { en: 'Not accepted by silence', zh: '尚未因逾期未提异议而视为确认' },
  restored: { en: 'It does not only put the agreed text back', zh: '并非仅恢复已议定的文本' },
  forms: {
    en: 'They are not the issue forms that the engine writes for the agreed contracts',
    zh: '与引擎按已议定的合同写出的议题表单不同',
  },
  objections: { en: 'Somebody who may sign asks for changes', zh: '有权签署者要求修改' },
  party: {
    en: '{party} of {scope}: {approved} of {required} {required:approval|approvals}',
    zh: '{scope} 的{party}：已批准 {approved} 人，须 {required} 人',
  },
} as const satisfies Readonly<Record<GateRule, Message>>;

/** What the gate saw. `{user}` is a person as the report names them, `{party}` a side. */
export const GATE_SIGHTS = {
  'policy-missing': { en: '{file} is missing or has an error on the default branch', zh: '默认分支上的 {file} 缺失或有错误' },
  'policy-unknown-person': { en: '{where} names {person}, whom the workspace does not know', zh: '{where} 中的 {person} 未在工作区登记' },
  'policy-both-parties': { en: '{person} stands in lists of both parties', zh: '{person} 同时列于双方名单' },
  'policy-nobody': { en: '{where} names nobody for the {party}', zh: '{where} 未指定{party}人员' },
  'policy-too-many-required': {
    en: '{where} requires {required} {required:approval|approvals} of the {party}, which names only {people}',
    zh: '{where} 要求{party} {required} 人批准，但只列出 {people} 人',
  },
  closed: { en: 'It is not open ({state})', zh: '该请求未处于打开状态（{state}）' },
  draft: { en: 'It is a draft', zh: '该请求仍是草稿' },
  'other-repository': { en: 'It is for another repository ({found})', zh: '该请求属于另一个仓库（{found}）' },
  'other-branch': { en: 'It is for the branch {found}, not {expected}', zh: '目标分支为 {found}，而非 {expected}' },
  'no-files': { en: 'It changes no file', zh: '未修改任何文件' },
  'list-incomplete': { en: 'The list of {list} could not be read to its end', zh: '{list}列表未能读取完整' },
  'list-too-long': { en: 'The list of {list} is as long as the forge shows ({count})', zh: '{list}列表已达平台上限（{count}）' },
  'count-differs': { en: 'There are {count} {list}, and {found} were read', zh: '{list}共 {count} 项，实际读取 {found} 项' },
  'head-differs': { en: 'The last commit is {found}, not the head {expected}', zh: '最后一次提交为 {found}，不是头提交 {expected}' },
  'keeps-changing': { en: 'It changed each time it was read; it is decided again later', zh: '每次读取时均有变化；稍后重新判定' },
  'no-commit-id': { en: '“{found}” is no commit id', zh: '“{found}”不是提交编号' },
  'unknown-status': { en: '{path} has a status that is not known: {found}', zh: '{path} 的状态无法识别：{found}' },
  'unknown-mode': { en: '{path} has a mode that is not known: {found}', zh: '{path} 的文件模式无法识别：{found}' },
  'unknown-review': { en: 'Review {review} has a state that is not known: {found}', zh: '评审 {review} 的状态无法识别：{found}' },
  'review-without-time': { en: 'Review {review} has no time', zh: '评审 {review} 没有时间' },
  'dismissal-unseen': {
    en: 'Review {review} was dismissed, and the timeline does not say when',
    zh: '评审 {review} 已被驳回，但时间线未记录时间',
  },
  fault: { en: '{path}:{line} {code}', zh: '{path}:{line} {code}' },
  'more-faults': { en: 'and {count} more; `concord check` lists all of them', zh: '另有 {count} 处；`concord check` 可列出全部' },
  symlink: { en: '{path} is a symbolic link', zh: '{path} 是符号链接' },
  submodule: { en: '{path} is a submodule', zh: '{path} 是子模块' },
  'odd-path': { en: '{path} is a name that not every system reads alike', zh: '{path} 的名称在不同系统中含义不同' },
  'path-twice': {
    en: '{path} is in the tree twice, and not every reader takes the same one',
    zh: '{path} 在目录树中出现两次，不同工具会读取不同的一份',
  },
  'not-listed': { en: 'The commit changes {path}, which the list of files does not name', zh: '该提交改动了 {path}，而文件列表中没有它' },
  collision: { en: '{path} cannot be told from {other} everywhere', zh: '{path} 与 {other} 在部分系统中无法区分' },
  mixed: {
    en: 'It changes {contract} of a contract and {governance} of the rules; open two pull requests',
    zh: '同时修改了合同文件 {contract} 和规则文件 {governance}；请拆分为两个合并请求',
  },
  'record-changed': { en: '{path} is changed, moved or removed; it may only be added', zh: '{path} 被修改、移动或删除；只允许新增' },
  'event-date': {
    en: '{file} carries {date}, and today is {today}; give it the day on which it is merged',
    zh: '{file} 的日期为 {date}，今天是 {today}；请改为合并当日的日期',
  },
  'ledger-elsewhere': {
    en: 'Ledger files come from the branch {expected}, not {found}',
    zh: '账本文件须来自分支 {expected}，而非 {found}',
  },
  'ledger-mixed': { en: '{path} does not belong into a settlement of {period}', zh: '{path} 不属于 {period} 的结算' },
  'ledger-not-replayed': { en: 'The statement has not been replayed yet', zh: '结算单尚未重放核验' },
  'ledger-pushed-by': {
    en: '{user} pushed this commit; the evidence of a statement comes from the app only',
    zh: '此提交由 {user} 推送；结算所依据的取数底稿只能由应用提交',
  },
  'ledger-pusher-unknown': { en: 'Who pushed this commit is not known yet', zh: '推送此提交的账号尚不明确' },
  'ledger-outdated': {
    en: 'The contract, its events or its ledger have changed since; the next settlement run writes the statement again',
    zh: '合同、事件或账本此后有变化；下一次结算运行将重新生成结算单',
  },
  'ledger-differs': { en: 'The engine writes other bytes than these', zh: '引擎计算结果与提交内容不一致' },
  'preview-there': { en: 'The preview is still in it', zh: '其中仍含预览文件' },
  'default-changed': {
    en: 'The default branch has since changed {path}; update the branch and approve again',
    zh: '默认分支此后修改了 {path}；请更新分支并重新批准',
  },
  'default-unknown': {
    en: 'It is too far behind the default branch to compare; update the branch and approve again',
    zh: '落后默认分支过多，无法比较；请更新分支并重新批准',
  },
  'merge-computing': {
    en: 'The forge has not computed this merge yet; it is decided again later',
    zh: '平台尚未算出合并结果；稍后重新判定',
  },
  'merge-conflict': { en: 'It conflicts with the default branch; update the branch', zh: '与默认分支冲突；请更新分支' },
  'merge-bases': {
    en: 'It has been merged with the default branch in more than one way; put its changes onto the default branch as it is now, as one commit',
    zh: '与默认分支存在多个共同祖先；请将改动以一次提交重新置于当前默认分支之上',
  },
  'merge-differs': {
    en: 'Merging would change {path} otherwise than is listed; put the changes onto the default branch as it is now, as one commit',
    zh: '合并后 {path} 与所列改动不同；请将改动以一次提交重新置于当前默认分支之上',
  },
  twin: { en: 'Pull request #{number} has the same commit and does not pass', zh: '合并请求 #{number} 为同一提交，尚未通过' },
  'new-contract-unreadable': { en: '{path} cannot be read, so its parties are not known', zh: '{path} 无法读取，合同双方不明' },
  'new-contract-stranger': {
    en: '{contract} names {person}, whom the workspace does not know',
    zh: '{contract} 中的 {person} 未在工作区登记',
  },
  'new-contract-both': {
    en: '{contract} names {person} for a party that they do not speak for',
    zh: '{contract} 将 {person} 列入了其并不代表的一方',
  },
  'new-contract-required': { en: '{contract} names too few people for the {party}', zh: '{contract} 为{party}指定的人数不足' },
  approved: { en: '{user} approved this commit', zh: '{user} 已批准此提交' },
  'approved-other-commit': { en: '{user} approved {found}, which is not the head', zh: '{user} 批准的是 {found}，不是头提交' },
  'approved-as-author': { en: '{user} is the author and cannot approve', zh: '{user} 是作者，不能自行批准' },
  'approved-before-base': { en: '{user} approved before the base was changed', zh: '{user} 的批准早于目标分支变更' },
  'approved-before-push': { en: '{user} approved before a force push', zh: '{user} 的批准早于强制推送' },
  'approved-before-dismissal': { en: '{user} approved before a review of this party was dismissed', zh: '{user} 的批准早于该方评审被驳回' },
  'approved-before-withdrawal': {
    en: '{user} approved before this party closed it or made it a draft',
    zh: '{user} 的批准早于该方关闭此请求或将其改为草稿',
  },
  'approved-as-bot': { en: '{user} approved, but is a bot and no person', zh: '{user} 的批准不算：不是自然人账号' },
  missing: { en: 'Missing: {users}', zh: '待批准：{users}' },
  'nobody-left': {
    en: 'Besides the author only {people} could approve: let somebody else open it, or name further people for this party',
    zh: '除作者外仅有 {people} 人可批准：请改由他人新建，或为该方增加批准人',
  },
  objection: { en: '{user} asked for changes and has not approved this commit since', zh: '{user} 要求修改，此后尚未批准此提交' },
  'alone-no-filer': { en: 'It was not opened by a person of a party', zh: '提交者不属于任何一方' },
  'alone-other-files': { en: '{path} is no event that is added', zh: '{path} 不是新增的事件' },
  'alone-unreadable': { en: '{path} cannot be read as an event', zh: '{path} 无法作为事件读取' },
  'alone-not-own': { en: '{path} is not filed for the party of {user}', zh: '{path} 不是以 {user} 所属一方的名义提交' },
  'alone-too-many': {
    en: 'It files {count} events, and one party files at most {most} with one pull request; more need both parties',
    zh: '本请求提交 {count} 个事件，一方单独提交每次最多 {most} 个；超出时须双方同意',
  },
  'alone-kind': { en: 'An event of the kind {kind} needs both parties', zh: '{kind} 类事件须双方同意' },
  'alone-other-pusher': {
    en: '{user} has pushed to this branch and is not of the party that files',
    zh: '{user} 曾向该分支推送，但不属于提交方',
  },
  'alone-tomorrow': {
    en: '{file} counts from {date}, and today is {today}; it is filed on its day',
    zh: '{file} 自 {date} 起计入，今天是 {today}；到该日才提交',
  },
  'alone-withdrawn': {
    en: 'The {party} has closed it or made it a draft; only the {party} brings it back',
    zh: '{party}已将其关闭或改为草稿；须由{party}自行恢复',
  },
  'alone-pusher-unknown': { en: 'Who pushed to this branch of this repository is not known', zh: '向该分支推送的账号不明' },
  'alone-filed': { en: '{file}: {kind}, filed by {user} for the {party}', zh: '{file}：{kind}，由{party}的 {user} 提交' },
  restored: { en: 'Every file is, byte for byte, as it was agreed last', zh: '各文件与最近一次议定的文本逐字节一致' },
  'not-restored': { en: '{path} is not put back as it was agreed last', zh: '{path} 未恢复为最近一次议定的文本' },
  'forms-written': { en: 'Every page is, byte for byte, what the engine writes', zh: '各页与引擎写出的逐字节一致' },
  'forms-differ': { en: '{path} is not what the engine writes', zh: '{path} 与引擎写出的不同' },
  'forms-not-app': { en: 'It is not the app’s own push to its own branch', zh: '并非由应用推送到其自有分支' },
  'silence-waits': { en: 'The contract gives silence no meaning', zh: '合同未约定逾期视为确认' },
  'silence-unknown': { en: 'Since when it has been ready is not known', zh: '就绪时间不明' },
  'silence-until': { en: 'Ready since {since}; accepted by silence on {on}', zh: '自 {since} 起就绪；{on} 起视为确认' },
  'silence-over': { en: 'Ready since {since}, and {days} {days:day has|days have} passed', zh: '自 {since} 起就绪，已满 {days} 天' },
  'silence-disputed': { en: '{file} disputes it and is not counted yet', zh: '{file} 对其提出争议，尚未计入' },
} as const satisfies Readonly<Record<string, Message>>;

export type GateSight = keyof typeof GATE_SIGHTS;

/** Words around the verdict. */
export const GATE_TEXT = {
  title: { en: 'Two-party approval of #{number}', zh: '#{number} 的双方审批' },
  'state.success': { en: 'May be merged', zh: '可以合并' },
  'state.pending': { en: 'Waiting', zh: '等待中' },
  'state.failure': { en: 'Refused', zh: '不予通过' },
  'state.error': { en: 'Cannot be decided', zh: '无法决定' },
  'basis.both-parties': { en: 'Both parties approved this commit.', zh: '双方均已批准此提交。' },
  'basis.filed-alone': { en: 'The party may file this alone; nobody else needs to agree.', zh: '该方可单独提交，单方即可。' },
  'basis.deemed-accepted': {
    en: 'Deemed accepted: the contract says that silence accepts, and nobody disputed it in time.',
    zh: '视为确认：合同约定逾期未提出争议即为确认。',
  },
  'basis.restored': {
    en: 'It puts the last agreed text back, byte for byte; that needs nobody’s approval.',
    zh: '逐字节恢复最近一次议定的文本，无须批准。',
  },
  'basis.forms': {
    en: 'It says again, as lists to choose from, what the agreed contracts have; that needs nobody’s approval.',
    zh: '仅将已议定合同的内容列为可选项，无须批准。',
  },
  'column.for': { en: 'For', zh: '范围' },
  'column.party': { en: 'Party', zh: '一方' },
  'column.required': { en: 'Required', zh: '所需人数' },
  'column.approved': { en: 'Approved', zh: '已批准' },
  'column.missing': { en: 'Missing', zh: '待批准' },
  governance: { en: 'the repository’s rules', zh: '仓库规则' },
  'party.brand': { en: 'brand', zh: '品牌方' },
  'party.provider': { en: 'provider', zh: '服务方' },
  'list.files': { en: 'files', zh: '文件' },
  'list.commits': { en: 'commits', zh: '提交' },
  'list.reviews': { en: 'reviews', zh: '评审' },
  'list.timeline': { en: 'timeline events', zh: '时间线事件' },
  'list.paths': { en: 'paths', zh: '路径' },
  user: { en: 'user {id}', zh: '用户 {id}' },
  ghost: { en: 'a deleted account', zh: '已注销账号' },
  and: { en: ', ', zh: '、' },
  'all-rules': { en: 'Every rule, and what was seen', zh: '全部规则与依据' },
  reading: { en: 'reading #{number}', zh: '正在读取 #{number}' },
  'objection-dismissed': {
    en: 'A statement is objected to by a dispute of a line, not by a review; what a party files alone is its own to say.',
    zh: '对结算单有异议的，请对具体项目提出争议，评审意见不算；一方可单独提交的内容由该方自行决定，他人不能以评审阻止。',
  },
  displaced: {
    en: 'A branch has one pull request at a time, and another one files what is on this branch. This one is closed, so that that one can be open.',
    zh: '一个分支同一时间只能有一个合并请求，而本分支的内容由另一个请求提交。本请求已关闭，以便那一个保持打开。',
  },
  'refiled-title': { en: 'Filed again: what #{number} files', zh: '重新提交 #{number} 的内容' },
  'refiled-body': {
    en: 'Somebody else gave #{number} the base {base} and put its commit there, so that it counts as merged and cannot be opened again. The app files the same files once more, for the same party.',
    zh: '有人把 #{number} 的目标改为分支 {base}，并把它的提交放到该分支，于是它被视为已合并而无法再打开。应用代同一方重新提交相同的文件。',
  },
  'nothing-open': { en: 'No pull request is open against the default branch.', zh: '默认分支上没有待处理的合并请求。' },
  merged: { en: 'Merged as {commit}.', zh: '已合并为 {commit}。' },
  'not-merged': { en: 'Not merged; the forge says: {reason}', zh: '未合并；平台答复：{reason}' },
  'mark.passed': { en: 'yes', zh: '是' },
  'mark.pending': { en: 'not yet', zh: '尚未' },
  'mark.refused': { en: 'no', zh: '否' },
  'mark.error': { en: 'unknown', zh: '不明' },
} as const satisfies Readonly<Record<string, Message>>;

export type GateTextKey = keyof typeof GATE_TEXT;

/** An entry of {@link GATE_TEXT} in a language, its places filled. */
export const gateText = saying(GATE_TEXT);
