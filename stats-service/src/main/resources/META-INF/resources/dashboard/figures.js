// Which figures the page shows, and reading them: all of a view from the same questions, so that they agree.
import { ranking, statistics } from './service.js';
import { now } from './state.js';
import { trendOf } from './period.js';

/** The eleven of the yearly summary are `main`; `source` is the feed they come from, `good` which way is better. */
const CASES = 'case-service';
const ALERTS = 'alert-service';
const figure = (code, source, more) => ({ code, source, ...more });
export const GROUPS = [
  ['reconsideration', [
    figure('RECONSIDERATIONS_RECEIVED', CASES, { main: true }), figure('RECONSIDERATIONS_CONCLUDED', CASES, { main: true }),
    figure('RECONSIDERATIONS_CORRECTED', CASES, { main: true }), figure('DISPUTE_SETTLED_RATE', CASES, { main: true, good: 1 }),
    figure('RECONSIDERATION_LITIGATION_RATIO', CASES, { main: true }), figure('RECONSIDERATIONS_PENDING', CASES, { good: -1 }),
    figure('CORRECTION_RATE', CASES), figure('COMPREHENSIVE_CORRECTION_RATE', CASES), figure('RECONSIDERATION_SETTLEMENT_RATE', CASES, { good: 1 }),
    figure('ON_TIME_RATE', CASES, { good: 1 }),
  ]],
  ['litigation', [
    figure('FIRST_INSTANCE_RECEIVED', CASES, { main: true, good: -1 }), figure('HEAD_APPEARANCE_RATE', CASES, { main: true, good: 1 }),
    figure('ZERO_LOSS_COUNTIES', CASES, { main: true, good: 1 }), figure('LOSS_RATE', CASES, { good: -1 }),
    figure('PRINCIPAL_APPEARANCE_RATE', CASES, { good: 1 }), figure('LITIGATION_SETTLEMENT_RATE', CASES, { good: 1 }),
  ]],
  ['risk', [
    figure('HIGH_RISK_RESOLVED', ALERTS, { main: true, good: 1 }), figure('SUPERVISION_ISSUED', CASES, { main: true }),
    figure('RECTIFICATIONS_OUTSTANDING', CASES, { main: true, good: -1 }), figure('HIGH_RISK_RESOLUTION_RATE', ALERTS, { good: 1 }),
    figure('RECTIFICATION_RATE', CASES, { good: 1 }),
  ]],
];
const HEADLINE = GROUPS.flatMap(([, figures]) => figures);
export const HEADS = ['', ':EXCUSED', ':CONCLUDED', ':FIRST'];
export const HEAD_CODES = ['HEAD_APPEARANCE_RATE', 'PRINCIPAL_APPEARANCE_RATE'];
export const FUNNEL = [['flagged', 'HIGH_RISK_FLAGGED'], ['assigned', 'HIGH_RISK_ASSIGNED'], ['resolved', 'HIGH_RISK_RESOLVED']];
const BESIDE = [...HEAD_CODES.flatMap((code) => HEADS.map((variant) => code + variant)), ...FUNNEL.map(([, code]) => code)];
const ALL = [...new Set([...HEADLINE.map((one) => one.code), ...BESIDE])];

export const sourceOf = (code) => HEADLINE.find((one) => one.code === code)?.source || (code.startsWith('HIGH_RISK') ? ALERTS : CASES);
export const goodOf = (code) => HEADLINE.find((one) => one.code === code.split(':')[0])?.good || 0;
export const isRate = (code) => ['RATE', 'RATIO'].includes(now.dictionary.get(code)?.shape);

/** Everything the view shows. */
export async function readAll() {
  const { region, period, indicator } = now;
  const within = { regionCode: region, from: period.from, to: period.to };
  const [headline, trend, heat, ranks] = await Promise.all([
    statistics({ ...within, indicators: ALL.join(','), compare: 'previous-year' }),
    statistics({ regionCode: region, ...months(trendOf(period)), indicators: indicator, groupBy: 'month', compare: 'previous-year' }),
    statistics({ ...within, indicators: indicator, groupBy: 'region,month' }),
    ranked(indicator, within),
  ]);
  return {
    definitionVersion: headline.definitionVersion, values: headline.rows[0].values, indicator, heat: heat.rows, ranks,
    trend: trend.rows.map((row) => ({ month: row.group.month, value: row.values[indicator] })),
  };
}

const months = ({ from, to }) => ({ from, to });

/** The ranking as the service makes it; where it makes none, the counties side by side in order, without places. */
async function ranked(indicator, within) {
  try {
    const found = await ranking(indicator, within);
    return { places: found.places, notRanked: found.notRanked, minimum: found.minimum, ranked: true };
  } catch (trouble) {
    if (trouble.kind !== 'refused') throw trouble;
  }
  const found = await statistics({ ...within, indicators: indicator, groupBy: 'region' });
  const all = found.rows.map((row) => ({ group: row.group.region, ...row.values[indicator], interval: wilson(row.values[indicator]) }));
  const has = (one) => one.value !== null && one.value !== undefined;
  return { places: all.filter(has).sort((a, b) => b.value - a.value), notRanked: all.filter((one) => !has(one)), ranked: false };
}

/** Wilson, 95 %, for a rate; shown only. */
function wilson({ numerator, denominator, value }) {
  if (!denominator || value > 1 || value === null) return null;
  const z = 1.959963984540054;
  const share = numerator / denominator;
  const middle = (share + (z * z) / (2 * denominator)) / (1 + (z * z) / denominator);
  const half = (z / (1 + (z * z) / denominator)) * Math.sqrt((share * (1 - share)) / denominator + (z * z) / (4 * denominator * denominator));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
