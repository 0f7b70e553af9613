import type { IssueEntry } from './issue-entry.js';

/** Why `concord new` writes no repository. */
export const NEW_ISSUES = {
  'folder-not-empty': {
    text: { en: 'There is something in {folder} already', zh: '{folder} 中已有内容' },
    explanation: {
      en: 'A new repository begins in an empty folder, so that nothing is overwritten and nothing strange gets in. A fresh clone without a commit is empty too.',
      zh: '新仓库须从空文件夹开始，既不覆盖已有内容，也不混入无关文件。尚无提交的克隆也算空文件夹。',
    },
    fix: { en: 'Name a folder that is not there yet.', zh: '请指定一个尚不存在的文件夹。' },
  },
  'engine-not-whole': {
    text: { en: 'This installation of concord lacks {file}', zh: '此 concord 安装缺少 {file}' },
    explanation: {
      en: 'What a new repository holds comes from files of the package. A folder into which only a part of it was copied lacks some.',
      zh: '新仓库的内容取自软件包自带的文件；只复制了一部分的安装会缺少其中一些。',
    },
    fix: {
      en: 'Install the package whole, `npm install <its .tgz>`, or use the whole source after `npm run build`.',
      zh: '请安装完整的软件包（`npm install <其 .tgz 文件>`），或在完整源代码中运行 `npm run build` 后使用。',
    },
  },
  'new-lacks': {
    text: { en: 'To write the repository, {options} is still needed', zh: '写出仓库还需要 {options}' },
    explanation: {
      en: 'In a terminal what is not typed is asked; elsewhere, as in a script, nobody answers.',
      zh: '在终端中，未提供的内容会逐项询问；在脚本等场合没有人回答。',
    },
    fix: {
      en: 'Add the options, or run the command in a terminal (piped lines are not read).',
      zh: '请补上这些选项，或在终端中运行（不读取管道输入）。',
    },
  },
  'new-person': {
    text: { en: '"{found}" does not say who signs', zh: '“{found}”没有写明签署人' },
    explanation: {
      en: 'Who signs is decided by the numeric GitHub id: a login can be renamed and taken by somebody else. The login may follow; it only lets GitHub ask them to review.',
      zh: '签署人以 GitHub 数字 ID 为准：登录名可以改，也可能被他人占用。其后可附登录名，仅供 GitHub 邀请评审。',
    },
    fix: {
      en: 'Write Name=id or Name=id:login, as Alice Zhou=583231:alice-z; the id is shown by `gh api users/<login> --jq .id`.',
      zh: '写作“姓名=ID”或“姓名=ID:登录名”，如 周莉=583231:alice-z；ID 可用 `gh api users/<登录名> --jq .id` 查询。',
    },
  },
  'engine-unnamed': {
    text: {
      en: 'This program runs from its source: what the new repository is to be pinned to has to be named',
      zh: '本程序从源代码运行，须指明新仓库锁定的引擎',
    },
    explanation: {
      en: 'A repository holds the exact engine that decides in it. Installed from a file or from a commit, the program knows what it was installed from.',
      zh: '仓库中写明由哪一个引擎作出判定。由文件或提交安装的程序知道自己的来源。',
    },
    fix: { en: 'Run `npm pack`, then add --engine concord-<version>.tgz.', zh: '请运行 `npm pack`，再加 --engine concord-<版本>.tgz。' },
  },
  'engine-of-registry': {
    text: {
      en: '"{found}" would be taken from a registry of packages, where the name concord is somebody else’s',
      zh: '“{found}”会从软件包仓库源获取，而其中名为 concord 的是他人的软件包',
    },
    explanation: {
      en: 'This program is in no public registry. A repository that named a version there would run a stranger’s program over its contracts.',
      zh: '本程序未在任何公共仓库源发布。若按版本号获取，仓库里运行的将是他人的程序。',
    },
    fix: {
      en: 'Name a packed file (`npm pack` in a clone makes concord-<version>.tgz), or https://…/concord.git#<commit of 40 digits>.',
      zh: '请指定打包文件（在克隆中运行 `npm pack` 得到 concord-<版本>.tgz），或 https://…/concord.git#<40 位提交>。',
    },
  },
  'nothing-to-refresh': {
    text: { en: 'This repository installs no engine', zh: '本仓库没有安装引擎' },
    explanation: {
      en: 'Only a repository that `concord new` has written, whose package.json names the engine, takes its files from it.',
      zh: '只有由 `concord new` 建立、package.json 中写明引擎的仓库，才从引擎取得这些文件。',
    },
    fix: {
      en: 'Run it in such a repository, or write one: `concord new <folder>`.',
      zh: '请在这样的仓库中运行，或新建：`concord new <文件夹>`。',
    },
  },
  'refresh-warehouse': {
    text: {
      en: 'The warehouse of this repository is {found}, as contracts/workspace.yaml says, and not {asked}',
      zh: '本仓库的数据仓库是 {found}（以 contracts/workspace.yaml 为准），而不是 {asked}',
    },
    explanation: {
      en: 'Where the data is, both parties agree to: it stands in the workspace, and the files that the engine brings follow it.',
      zh: '数据在哪里由双方议定，写在工作区中；引擎自带的文件以此为准。',
    },
    fix: {
      en: 'Change `warehouse` there, for BigQuery to `warehouse: { engine: bigquery, project: …, location: … }`; then run `concord new --refresh` without --warehouse.',
      zh: '请先在其中修改 `warehouse`，例如改用 BigQuery 时写 `warehouse: { engine: bigquery, project: …, location: … }`；然后不带 --warehouse 运行 `concord new --refresh`。',
    },
  },
  'cloud-packages-by-hand': {
    text: {
      en: 'package.json names packages of your own, or another version of the engine than this one: the cloud’s packages are for npm to add',
      zh: 'package.json 中另有自己的软件包，或引擎版本与本程序不同：云端所需的软件包须由 npm 添加',
    },
    explanation: {
      en: 'Where the engine is the only package, its own lock file says what is installed. With others the lock file is npm’s. Nothing was written.',
      zh: '只安装引擎时，锁定文件取自引擎自身；另有其他软件包时，锁定文件由 npm 维护。未写入任何内容。',
    },
    fix: {
      en: 'Run `npm install --save-dev --save-exact {packages}`, then `concord new --refresh` again.',
      zh: '请运行 `npm install --save-dev --save-exact {packages}`，然后再次运行 `concord new --refresh`。',
    },
  },
  'engine-unpinned': {
    text: { en: '"{found}" is no exact engine', zh: '“{found}”不是确切的引擎' },
    explanation: {
      en: 'A tag or a branch may be another program tomorrow. What both parties agree to is one packed file or one commit.',
      zh: '标签或分支明天可能就是另一个程序。双方同意的应是某一打包文件或某一提交。',
    },
    fix: {
      en: 'Name a file ending in .tgz, or https://…/concord.git#<commit of 40 digits>.',
      zh: '请指定以 .tgz 结尾的文件，或 https://…/concord.git#<40 位提交>。',
    },
  },
  'engine-refused': {
    text: { en: 'npm does not have the engine "{found}": {detail}', zh: 'npm 取不到引擎“{found}”：{detail}' },
    explanation: {
      en: 'The engine is looked at before anything is written: its name, its version and its digest stand in the lock file.',
      zh: '写入之前会先查看引擎：其名称、版本与校验码记入锁定文件。',
    },
    fix: {
      en: 'Check the name and the network, or name a packed file: --engine concord-<version>.tgz.',
      zh: '请检查名称与网络，或指定打包文件：--engine concord-<版本>.tgz。',
    },
  },
  'engine-other': {
    text: { en: 'That engine is {found}; this is {expected}', zh: '该引擎为 {found}，本程序为 {expected}' },
    explanation: {
      en: 'The lock file and the workflows of a new repository are those that its engine was tested with, so an engine writes repositories for itself only.',
      zh: '新仓库的锁定文件与工作流须与其引擎一同测试过，因此每个引擎只为自身写出仓库。',
    },
    fix: {
      en: 'Run `new` of that version, for example `npx <its file> new <folder>`.',
      zh: '请用该版本自己的 `new`，例如 `npx <其文件> new <文件夹>`。',
    },
  },
  'engine-not-built': {
    text: { en: '"{found}" holds the source alone, and is not built', zh: '“{found}”只有源代码，尚未构建' },
    explanation: {
      en: 'Workflows install without running any script of a package, so what is installed must run as it is.',
      zh: '工作流安装时不运行软件包的任何脚本，因此安装的内容须可直接运行。',
    },
    fix: {
      en: 'Name a packed file, made by `npm pack`, or a commit that holds dist/.',
      zh: '请指定由 `npm pack` 生成的文件，或包含 dist/ 的提交。',
    },
  },
} as const satisfies Readonly<Record<string, IssueEntry>>;
