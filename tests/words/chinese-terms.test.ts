import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/*
 * One thing, one word: variants of terms that the glossary (docs/glossary.md) has chosen do not occur, wherever people read Chinese.
 */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What is not written, and what is written instead. */
const VARIANTS: readonly (readonly [RegExp, string])[] = [
  [/记分卡|评分卡/, '计分卡'],
  [/数据负责方|数据责任方/, '数据保管方'],
  [/追溯调整|(?<!往期)补差|放款/, '往期补差'],
  [/暂扣/, '暂缓结算'],
  [/流量指标/, '累计类指标'],
  [/兑付点|得分点/, '奖金点'],
  [/扣减档/, '扣款档'],
  [/流量类/, '累计类'],
  [/迟延/, '逾期'],
  [/生效天数/, '有效天数'],
  [/关卡/, '门禁'],
  [/规则审批人/, '规则批准人'],
  [/无[需须]他方/, '单方即可'],
  [/无需/, '无须'],
  [/新鲜度/, '数据完整性'],
  [/付款流水号|付款编号/, '付款凭证号'],
  [/证据|取数凭证|(?<!付款|结算)凭证(?!号)/, '取数底稿 of a period, 证明材料 of an event'],
  [/(?<!'(?:广告)?)投入产出比|(?<=[\u4E00-\u9FFF，。；：、（“]) ?ROAS|ROAS(?= ?[\u4E00-\u9FFF])/, '投产比, 广告投产比 in titles'],
  [/新客获取成本(?!')/, '新客成本'],
  [/基础服务费/, '固定服务费'],
  [/(?<!平台)佣金|计佣/, '提成'],
  [/缓冲带|缓冲区间/, '免计区间'],
  [/可追回/, '可回收'],
  [/迟交/, '逾期'],
  [/(?<=[\u4E00-\u9FFF，。；：、（“]) ?KPI(?! ?合同)|KPI(?= ?(?!合同)[\u4E00-\u9FFF])/, '考核指标'],
  [/暂缓结算[^。]*裁定|裁定[^。]*暂缓结算|最终裁定/, '了结: only an expert decides a dispute (裁定)'],
  [/退出条款|退出日|通知退出/, '终止'],
  [/映射/, '按期填写'],
  [/结算程序/, '引擎，结算引擎'],
  [/计费日期/, '有效日期'],
  [/载入/, '加载'],
  [/未定(?!义)/, '未定义'],
  [/全托管/, '全案代运营'],
  [/追踪/, '埋点'],
  [/门槛条件/, '前置条件'],
  [/装载/, '加载'],
  [/测量/, '计量 or 取数'],
  [/重新计量|再次取数/, '重新取数'],
  [/沉默/, '逾期'],
  [/分段累进/, '超额累进'],
  [/基准日/, '数据截至日'],
  [/你|您们/, '您'],
  [/(?<!读)取整(?!到)/, '舍入'],
  [/打开合并请求/, '新建合并请求'],
  [/数仓/, '数据仓库'],
  [/排程/, '分期取值'],
  [/决议|争议解决|争议处理结果/, '和解'],
  [/升级争议|升级日期|升级后加倍|删除升级/, '提交专家'],
  [/验收请求/, '验收申请'],
  [/自带视图|随附视图/, '内置视图'],
  [/用作 ?(time|instant|wall|view|number|load)\b/, 'a word of the catalogue'],
  [/争议(?:期|截止)|确认期/, '异议期 of a statement, 失效 of a dispute'],
  [/暂不支付|暂停支付/, '搁置 in a dispute, 暂缓结算 for want of data'],
  [/结算周期/, '结算期'],
  [/义务完成|主张义务逾期/, '义务履行, 逾期主张'],
  [/全期(?:封顶|对赌)/, '合同期'],
  [/(?:广告|店铺|分析|Google Ads) ?账号/, '账户: 账号 is who signs in'],
  [/生效中/, '履行中'],
  [/(?:数据|合同|账本|仓库)目录/, '文件夹'],
  [/审阅人/, '审核人'],
  [/视为接受|逾期未异议|接受方式|无异议/, '视为确认，逾期未提异议'],
  [/结算单(?:已被|尚未)接受|尚未接受/, '确认'],
  [/(?:对账|的 \{ids?\} )出现异常/, '标记: 异常 is a day, a comparison that does not agree is flagged'],
  [/(?:前（含当日）|\} 前完成)/, '（含）前'],
  [/迄今/, '截至目前'],
  [/(?:已结算|以往|未结|当前|首个|每个已结算)的?期间/, '结算期'],
  [/[一-九]次中约?[一-九]次|约(?:十分之[一-九]|五分之[一-四])/, '约几成'],
  [/结算行|(?:争议|税费|更正)行(?!为)|某一行(?=提|有|的正负)|<行>/, '结算项目，项目: 行 is a row of data'],
  [/异议截止(?!日)|异议期已于/, '异议截止日'],
  [/付款期限/, '到期日'],
  [/到期，已逾期|\{on\}，已逾期|已逾期，到期日/, '已逾期（到期日 …）'],
  [/税前/, '不含税'],
  [/重复的键/, '重复主键'],
  [/挂钟|本地时间/, '不带时区的当地时间'],
  [/堆栈/, '栈 of Pulumi, 调用栈 of a failure'],
  [/以 ?\d 退出|以退出码/, '退出码为 1'],
  [/己方/, '自己的'],
  [/相去甚远/, '明显偏离'],
  // No space between Chinese and its own marks, and no line that begins with one.
  [/(?<=[\u4E00-\u9FFF]) +[，。；：、）！？]|[，。；：、（] +(?=[\u4E00-\u9FFF])/, 'no space'],
  [/^ *[，。；：、！？）](?!\u0020*$)/, 'the line before'],
  // Markdown shows the asterisks of a bold word that ends with a full-width mark before a letter or a place.
  [/(?<=^[^*]*(?:\*\*[^*]+\*\*[^*]*)*)\*\*[^*]+[，。；：！？）]\*\*[{\p{L}\p{N}]/u, 'a space, or the mark behind the asterisks'],
  // A label before its value has the full-width colon.
  [/(修改建议|应为|实为): /, '：'],
];

/** Documents that are read in Chinese; decisions and the changelog are English. */
const READ = [
  ...['src/words', 'src/sample', 'src/forms', 'src/commands', 'src/kernel', 'src/query', 'src/gate', 'src/report'],
  ...['docs/guide', 'templates', 'contracts', 'schemas', 'packs', '.github'],
];

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesIn(path);
    return /\.(ts|md|ya?ml|json)$/.test(entry.name) ? [path] : [];
  });
}

test('a term has one word in Chinese', () => {
  const files = [...READ.flatMap(filesIn), 'README.zh.md', 'docs/glossary.md', 'docs/packs.md'];
  const found = files.flatMap((path) =>
    readFileSync(join(ROOT, path), 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        VARIANTS.flatMap(([variant, word]) => {
          const written = variant.exec(line)?.[0];
          return written === undefined ? [] : [`${path}:${index + 1} ${written} (${word})`];
        }),
      ),
  );
  expect(found).toEqual([]);
});
