import { flag, list, option, optionalArgument, UsageError, verb } from './verb.js';

export const newRepository = verb({
  name: 'new',
  summary: {
    en: 'write a repository of one’s own: workspace, engine, workflows, rules',
    zh: '新建自己的合同仓库：工作区、引擎、工作流与规则',
  },
  declared: {
    folder: optionalArgument('folder', { en: 'a folder that is not there yet, or empty', zh: '尚不存在或空的文件夹' }),
    brand: option('--brand <name>', { en: 'who pays', zh: '付款方名称' }),
    brandPerson: list('--brand-person <name=id:login>', {
      en: 'who signs for the brand, with the numeric GitHub id (may be repeated; the login may be left out)',
      zh: '品牌方签署人及其 GitHub 数字 ID（可重复；登录名可省略）',
    }),
    provider: option('--provider <name>', { en: 'who is paid', zh: '收款方名称' }),
    providerPerson: list('--provider-person <name=id:login>', {
      en: 'who signs for the provider (may be repeated)',
      zh: '服务方签署人（可重复）',
    }),
    currency: option('--currency <code>', { en: 'ISO 4217 code', zh: 'ISO 4217 币种代码' }),
    timezone: option('--timezone <zone>', {
      en: 'IANA zone in which days are counted',
      zh: '按哪个 IANA 时区划分日期',
    }),
    refresh: flag(
      '--refresh',
      {
        en: 'instead: bring workflows, forms and rules of this repository up to the engine that runs, and what its warehouse needs besides',
        zh: '不新建：把本仓库的工作流、表单与规则更新为当前引擎自带的内容，并补齐其数据仓库所需的文件',
      },
      { conflicts: ['engine', 'brand', 'provider'] },
    ),
    engine: option('--engine <source>', {
      en: 'what the repository is pinned to: a packed .tgz, or a git URL with its commit (default: where this program was installed from)',
      zh: '仓库锁定的引擎：打包的 .tgz，或带提交的 git 地址（默认：本程序的安装来源）',
    }),
  },
  examples: [
    {
      line: 'new my-kpis',
      note: { en: 'asks, in a terminal', zh: '在终端中逐项询问' },
    },
    {
      line: 'new my-kpis --brand "Harbour Tea" --brand-person "Ana Reyes=583231:ana-reyes" --provider Northlight --provider-person "Bob Li=7781920:bobli" --currency USD --timezone Asia/Shanghai',
    },
    {
      line: 'new --refresh',
      note: {
        en: 'after an update of the engine, or of the warehouse in workspace.yaml',
        zh: '更新引擎，或在 workspace.yaml 中改换数据仓库之后',
      },
    },
    { line: 'new my-kpis --warehouse bigquery --project harbour-data --location US --engine ./concord-0.1.0.tgz --locale zh' },
  ],
  run: async (host, { folder, refresh, engine, brandPerson, providerPerson, brand, provider, currency, timezone }) => {
    if ((folder === null) !== refresh) throw new UsageError('folder-or-refresh');
    const { refreshRepository, writeRepository } = await import('./run/new.js');
    if (folder === null) return refreshRepository(host.context(), host.shipped());
    const place = host.workingFolder(folder);
    const context = host.context(place);
    const { locale, project, location } = context;
    const given = {
      ...{ brand, provider, currency, timezone, locale, project, location },
      ...{ brandPeople: brandPerson, providerPeople: providerPerson, engine: context.engine ?? ('duckdb' as const) },
    };
    const packages = await host.packages();
    return writeRepository(context, { folder, place, given, engine, shipped: host.shipped(), packages, ask: host.ask });
  },
});
