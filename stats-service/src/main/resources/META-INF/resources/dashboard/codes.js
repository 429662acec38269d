// Codes of cases in words: [中文, English], as the contract has them.
import { now } from './state.js';

const CODES = {
  PUBLIC_SECURITY: ['公安', 'public security'], NATURAL_RESOURCES: ['自然资源', 'natural resources'], HOUSING_CONSTRUCTION: ['住房城乡建设', 'housing and construction'],
  MARKET_REGULATION: ['市场监管', 'market regulation'], HUMAN_RESOURCES: ['人力资源和社会保障', 'human resources and social security'], TRANSPORT: ['交通运输', 'transport'],
  ECOLOGY: ['生态环境', 'ecology and environment'], AGRICULTURE: ['农业农村', 'agriculture'], HEALTH: ['卫生健康', 'health'], EDUCATION: ['教育', 'education'],
  CIVIL_AFFAIRS: ['民政', 'civil affairs'], URBAN_ENFORCEMENT: ['城市管理执法', 'urban enforcement'], TAX: ['税务', 'tax'], WATER: ['水利', 'water'],
  EMERGENCY: ['应急管理', 'emergency management'], LAND_EXPROPRIATION: ['土地房屋征收', 'land and housing expropriation'], TOWNSHIP: ['乡镇街道', 'township and street'],
  PENALTY: ['行政处罚', 'administrative penalty'], COERCION: ['行政强制', 'administrative coercion'],
  EXPROPRIATION: ['行政征收', 'expropriation'], LICENSING: ['行政许可', 'licensing'], OWNERSHIP_DETERMINATION: ['行政确权', 'determination of ownership'],
  CONFIRMATION: ['行政确认', 'administrative confirmation'], INFORMATION_DISCLOSURE: ['政府信息公开', 'information disclosure'],
  COMPLAINT_HANDLING: ['举报投诉处理', 'handling of a complaint'], INACTION: ['行政不作为', 'failure to act'], AGREEMENT: ['行政协议', 'administrative agreement'],
  COMPENSATION: ['行政赔偿', 'state compensation'], OTHER: ['其他', 'other'],
};
const RECONSIDERED = {
  UPHELD: ['维持', 'upheld (Art. 68)'], CHANGED: ['变更', 'changed (Art. 63)'], REVOKED: ['撤销', 'revoked (Art. 64)'],
  PARTLY_REVOKED: ['部分撤销', 'partly revoked (Art. 64)'], CONFIRMED_UNLAWFUL: ['确认违法', 'confirmed unlawful (Art. 65)'],
  CONFIRMED_VOID: ['确认无效', 'confirmed void (Art. 67)'], ORDERED_TO_PERFORM: ['责令履行', 'ordered to perform (Art. 66)'],
  AGREEMENT_REMEDY: ['行政协议补救', 'remedy under an agreement (Art. 71)'], CLAIM_REJECTED: ['驳回复议请求', 'claim rejected (Art. 69)'],
  APPLICATION_REJECTED: ['驳回复议申请', 'application rejected (Art. 33)'], MEDIATED: ['调解', 'mediated (Art. 73)'], WITHDRAWN: ['撤回', 'withdrawn (Art. 41, 74)'],
  TERMINATED: ['终止', 'terminated (Art. 41)'], REFUSED: ['不予受理', 'not accepted (Art. 30)'], ABANDONED: ['视为放弃', 'deemed abandoned (Art. 31)'],
  TRANSFERRED: ['告知移送', 'transferred'],
};
const JUDGED = {
  CLAIM_REJECTED: ['驳回诉讼请求', 'claim rejected (Art. 69)'], REVOKED: ['撤销', 'revoked (Art. 70)'], PARTLY_REVOKED: ['部分撤销', 'partly revoked (Art. 70)'],
  CHANGED: ['变更', 'changed (Art. 77)'], ORDERED_TO_PERFORM: ['责令履行', 'ordered to perform (Art. 72)'], ORDERED_TO_PAY: ['判决给付', 'ordered to pay (Art. 73)'],
  CONFIRMED_UNLAWFUL: ['确认违法', 'confirmed unlawful (Art. 74)'], CONFIRMED_VOID: ['确认无效', 'confirmed void (Art. 75)'],
  COMPENSATION: ['判决赔偿', 'compensation (Art. 76)'], AGREEMENT_REMEDY: ['行政协议补救', 'remedy under an agreement (Art. 78)'],
  SUIT_DISMISSED: ['驳回起诉', 'suit dismissed'], NOT_DOCKETED: ['不予立案', 'not docketed'], WITHDRAWN: ['准许撤诉', 'withdrawn (Art. 62)'],
  DEEMED_WITHDRAWN: ['按撤诉处理', 'deemed withdrawn (Art. 58)'], MEDIATED: ['调解', 'mediated (Art. 60)'], TRANSFERRED: ['移送', 'transferred (Art. 22)'],
  TERMINATED: ['终结', 'terminated'], APPEAL_DISMISSED: ['驳回上诉，维持原判', 'appeal dismissed (Art. 89)'], REMANDED: ['发回重审', 'remanded (Art. 89)'],
};

/** A code in words; the outcomes of suits and of reconsiderations share codes and not words. */
export function codeOf(code, kind) {
  const words = (kind === 'LITIGATION' ? JUDGED : kind === 'RECONSIDERATION' ? RECONSIDERED : CODES)[code] || CODES[code];
  return words ? words[now.language] : code || '';
}
