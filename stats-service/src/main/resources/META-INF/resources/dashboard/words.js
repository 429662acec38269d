// Words of the page: [中文, English]. Codes of cases stand in codes.js.
import { now } from './state.js';

const WORDS = {
  title: ['行政复议应诉统计', 'Administrative disputes: figures'], language: ['English', '中文'], leave: ['退出', 'Leave'], print: ['打印', 'Print'],
  noToken: ['此页需要访问令牌', 'This page needs a token'],
  howToken: ['请用带令牌的地址打开本页：deploy/run.sh 启动后会在终端打印，一小时内有效；正式环境由管理员提供。也可以把地址或令牌粘贴在下面。',
    'Open this page by the address that holds a token: deploy/run.sh prints it in the terminal, valid for an hour; elsewhere ask your administrator. Or paste the address or the token below.'],
  paste: ['带令牌的地址，或令牌', 'Address with a token, or the token'], use: ['使用', 'Use it'],
  notToken: ['这不是令牌，也不是带令牌的地址', 'Neither a token nor an address that holds one'],
  noLogin: ['请登录', 'Please log in'], logIn: ['登录', 'Log in'],
  ended: ['登录已结束。请重新登录；所选地区和期间都保留。', 'Your login has ended. Log in again; the region and period stay as they are.'],
  expired: ['令牌已过期或无效。请取得新的地址，粘贴在下面；所选地区和期间都保留。',
    'The token has expired or is not valid. Get a new address and paste it below; the region and period stay as they are.'],
  offline: ['服务没有答复，正在重试。', 'The service does not answer; trying again.'],
  shownOld: ['页面显示的是 {0} 读取的数字。', 'The figures shown were read at {0}.'],
  refused: ['该令牌的角色不能查看统计', 'The role of this token may not see figures'],
  notFound: ['没有这个地区，或不在您的管辖区域内', 'There is no such region, or it is outside yours'],
  failed: ['服务答复 {0}', 'The service answered {0}'], loading: ['正在读取…', 'Reading…'],
  region: ['地区', 'Region'], year: ['年份', 'Year'], part: ['期间', 'Period'], from: ['起', 'From'], to: ['止', 'To'],
  whole: ['全年', 'Whole year'], half: ['{0}半年', 'Half {0}'], first: ['上', '1'], second: ['下', '2'],
  quarter: ['第{0}季度', 'Quarter {0}'], range: ['自选月份…', 'Months…'], badRange: ['起始月份不能晚于截止月份', 'The first month must not be after the last'],
  asOf: ['截至某日所知', 'As known on'], knownOn: ['截至 {0} 所知', 'as known on {0}'],
  compared: ['与上年同期（{0}）比较', 'Compared with a year before ({0})'], indicator: ['图表指标', 'Charts show'],
  reconsideration: ['行政复议', 'Reconsideration'], litigation: ['行政应诉', 'Litigation'], risk: ['风险化解与监督', 'Risk and supervision'],
  previous: ['上年同期 {0}', 'a year before {0}'], noPrevious: ['上年同期无可比数', 'nothing to compare a year before'], same: ['持平', 'unchanged'],
  provisional: ['暂定', 'provisional'], provisionalWhy: ['部分案件起诉期未满，数字还会变', 'Some cases can still be sued over: the figure may change'],
  noBase: ['期内没有可计算的案件', 'no cases to divide by'], suppressed: ['案件过少，不予显示', 'too few cases to be shown'],
  of: ['{0} / {1}', '{0} / {1}'], rows: ['查看案件：{0} {1}', 'Cases behind {0}: {1}'], meaning: ['查看定义：{0} {1}', 'Definition of {0}: {1}'],
  trend: ['按月走势', 'By month'], thisPeriod: ['本期', 'This period'], lastYear: ['上年同期', 'A year before'],
  cityItself: ['{0}本级', '{0} (city level)'], ranking: ['县（市、区）排名', 'Counties ranked'], interval: ['95% 置信区间', '95% interval'], heat: ['月份 × 地区', 'Month by region'],
  heads: ['负责人出庭应诉（各口径）', 'Heads in court, every base'], funnel: ['高败诉风险案件', 'High-risk suits'],
  flagged: ['识别', 'Flagged'], assigned: ['交办', 'Assigned'], resolved: ['化解', 'Resolved'], resolvedOf: ['期内交办的已化解 {0}', '{0} of those assigned are resolved'],
  funnelNote: ['三步各按本步发生的月份计，不是同一批案件；化解率只看期内交办的案件。',
    'Each step counts what happened in the period, not the same cases; the rate looks at those assigned in it.'],
  asTable: ['看表格', 'As a table'], asChart: ['看图', 'As a chart'], month: ['月份', 'Month'], county: ['地区', 'Region'], value: ['数值', 'Value'],
  rank: ['名次', 'Rank'], rankRange: ['可能名次', 'Possible ranks'], moved: ['较上期', 'Since before'], change: ['变动', 'Change'],
  up: ['上升 {0} 位', 'up {0}'], down: ['下降 {0} 位', 'down {0}'], stays: ['持平', 'unchanged'], wasNot: ['上期未排名', 'not ranked before'],
  notRanked: ['不参加排名', 'not ranked'], tied: ['并列', 'tied'], noRows: ['没有案件', 'No cases'],
  rankNote: ['案件少，区间就宽：区间重叠的地区不能说谁好谁差。', 'Few cases make a wide interval: where intervals overlap, nobody is surely better.'],
  heatNote: ['颜色越深数值越大，— 表示没有可计算的案件。', 'Darker is more; — means there is nothing to divide by.'],
  fresh: ['数据', 'Data'], ago: ['{0}前', '{0} old'], unknownAge: ['未知', 'unknown'], live: ['实时更新', 'live'], notLive: ['更新中断，正在重连', 'live line lost, reconnecting'],
  readAt: ['读取于 {0}', 'read at {0}'], stopped: ['数据源已停止', 'Feed stopped'],
  stoppedLong: ['{0} 的数据已停止更新，下列数字只反映 {1} 之前的情况。', 'The feed of {0} has stopped: the figures only tell of the time before {1}.'],
  stoppedNever: ['{0} 的数据从未取到，下列数字不含它的案件。', 'Nothing was ever read from {0}: the figures are without its cases.'],
  poisoned: ['{0} 条事件未能计入', '{0} events could not be counted'],
  'case-service': ['案件登记', 'case register'], 'alert-service': ['风险预警', 'risk alerts'],
  s: ['{0} 秒', '{0} s'], m: ['{0} 分钟', '{0} min'], h: ['{0} 小时', '{0} h'], d: ['{0} 天', '{0} days'],
  definition: ['口径', 'Definition'], formula: ['公式', 'Formula'], basis: ['依据', 'Basis'], exclusions: ['不计入', 'Left out'], version: ['口径版本', 'Definition version'],
  code: ['代码', 'Code'], noRole: ['您的角色可以看数字，不能看案件；需要案件清单请联系统计人员。', 'Your role sees figures, not cases; ask a statistician for the list.'],
  numerator: ['分子', 'Numerator'], denominator: ['分母', 'Denominator'], excluded: ['未计入', 'Left out'], counted: ['计入', 'Counted'], close: ['关闭', 'Close'],
  countOf: ['共 {0} 件', '{0} cases'], shownOf: ['已显示 {0} 件，共 {1} 件', '{0} shown of {1}'], more: ['再显示 {0} 件', 'Show {0} more'],
  caseNumber: ['案号', 'Case'], domain: ['领域', 'Domain'], actType: ['行政行为', 'Act'], receivedOn: ['收案', 'Received'], concludedOn: ['办结', 'Concluded'],
  outcome: ['结果', 'Outcome'], reason: ['原因', 'Reason'], download: ['下载 {0}', 'Download {0}'], saved: ['已下载 {0}', 'Downloaded {0}'],
  updated: ['数字有变动，已更新', 'Figures have changed and were read anew'],
  printedOn: ['打印于 {0}；数据截至 {1}', 'Printed {0}; data as of {1}'],
};

export const t = (word, ...slots) => (WORDS[word] || [word, word])[now.language].replace(/\{(\d)\}/g, (_, i) => slots[i]);
export const either = (item) => (now.language ? item.en || item.pinyin : item.zh || item.name);
/** English is given English marks. */
export const mark = (text) => (now.language ? text.replace(/（/g, ' (').replace(/）/g, ')').replace(/：/g, ': ').replace(/，/g, ', ').replace(/；/g, '; ') : text);

/** 2291 → 2,291. */
export const grouped = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** Seconds in the largest unit that fits, cut off: what is said to be 2 hours old is at least that. */
export function age(seconds) {
  if (seconds === null || seconds === undefined) return t('unknownAge');
  for (const [unit, size] of [['d', 86400], ['h', 3600], ['m', 60]]) if (seconds >= size) return t(unit, Math.floor(seconds / size));
  return t('s', Math.floor(seconds));
}

const CLOCK = { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false, timeZone: 'Asia/Shanghai' };
const DAY = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'Asia/Shanghai' };

/** A moment in Shanghai: the time alone if it is today, with the day otherwise. */
export function moment(at) {
  const day = (one) => one.toLocaleDateString('sv-SE', DAY);
  const clock = at.toLocaleTimeString('sv-SE', CLOCK);
  return day(at) === day(new Date()) ? clock : `${day(at)} ${clock.slice(0, 5)}`;
}
export const stamp = (at) => `${at.toLocaleDateString('sv-SE', DAY)} ${at.toLocaleTimeString('sv-SE', CLOCK)}`;

/** What a figure shows, and why it shows nothing when it does. */
export function shown(value) {
  if (!value) return { text: '—', why: t('noBase') };
  if (value.value === null || value.value === undefined) {
    return { text: '—', why: t(value.suppressed || value.withheld ? 'suppressed' : 'noBase') };
  }
  const text = value.display ?? String(value.value);
  return { text: /^-?\d+$/.test(text) ? grouped(text) : text };
}
