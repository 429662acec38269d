// What stands behind a number: its rows for those who may see them, its definition for everybody.
import { codeOf } from './codes.js';
import { button, byId, h, table } from './elements.js';
import { nameOf } from './headline.js';
import { said } from './period.js';
import { groupName, ofACityItself, regionName } from './ranks.js';
import * as service from './service.js';
import { now, seesRows } from './state.js';
import { grouped, mark, t } from './words.js';

const PAGE = 50;
let shown = null;

export async function open(code, where) {
  const span = where.month ? { from: where.month, to: where.month } : { from: now.period.from, to: now.period.to };
  shown = { code, region: where.region || now.region, group: where.region, span, set: 'numerator', items: [], next: null, total: null, trouble: null, definition: now.dictionary.get(code) };
  const dialog = byId('drill');
  paint();
  if (!dialog.open) dialog.showModal();
  const mine = shown;
  try {
    mine.definition = await service.definition(code);
    now.dictionary.set(code, mine.definition);
  } catch (trouble) {
    mine.trouble = trouble;
  }
  if (mine !== shown) return;
  paint();
  if (seesRows()) await more();
}

/** A group by region is that region alone, the region of a figure is all below it too. */
const query = () => ({ set: shown.set, from: shown.span.from, to: shown.span.to, regionCode: shown.region, region: shown.group });

/** The next page of the set that is looked at. */
async function more() {
  const mine = shown;
  const { set } = mine;
  try {
    const page = await service.cases(mine.code, { ...query(), limit: PAGE, cursor: mine.next, count: mine.total === null });
    if (mine !== shown || set !== mine.set) return;
    mine.items.push(...page.items);
    mine.next = page.next;
    mine.total ??= page.total;
    mine.trouble = null;
  } catch (trouble) {
    mine.trouble = trouble;
  }
  if (mine === shown) paint();
}

function look(set) {
  Object.assign(shown, { set, items: [], next: null, total: null, trouble: null });
  paint();
  more();
}

async function save(format) {
  const place = ofACityItself(shown.group) ? shown.group + '-own' : shown.region;
  const name = `${shown.code.replace(':', '-')}-${shown.set}-${place}-${shown.span.from}-${shown.span.to}.${format}`;
  try {
    const link = h('a', { href: URL.createObjectURL(await service.file(shown.code, query(), format)), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    byId('said').replaceChildren(h('span', {}, t('saved', name)));
  } catch (trouble) {
    shown.trouble = trouble;
    paint();
  }
}

export function close() {
  shown = null;
  byId('drill').close();
}

const words = (trouble) => (trouble.kind === 'refused' ? trouble.problem.detail || t('failed', trouble.problem.status) : t(trouble.kind));

function paint() {
  const dialog = byId('drill');
  const focused = document.activeElement?.id;
  const parts = [
    h('div', { class: 'head' }, h('h2', { id: 'drill-title', tabindex: -1 }, nameOf(shown.code)), h('span', { class: 'soft' }, `${shown.group ? groupName(shown.group) : regionName(shown.region)} · ${said(shown.span)}`),
      button('drill-close', t('close'), close, { class: 'quiet' })),
    meaning(),
    seesRows() ? sets() : h('p', { class: 'soft' }, t('noRole')),
    shown.trouble ? h('p', { class: 'fault', role: 'alert' }, words(shown.trouble)) : null,
    seesRows() ? rows() : null,
  ];
  dialog.replaceChildren(...parts.flat().filter(Boolean));
  const back = focused && byId(focused);
  if (back && dialog.contains(back)) back.focus({ preventScroll: true });
}

function meaning() {
  const definition = shown.definition;
  if (!definition) return h('p', { class: 'soft' }, t('loading'));
  const line = (label, text) => (text ? [h('dt', {}, t(label)), h('dd', {}, text)] : null);
  return h('dl', { class: 'facts', id: 'definition' }, now.language && definition.numeratorEn ? [line('numerator', definition.numeratorEn), line('denominator', definition.denominatorEn)] : line('formula', definition.formula),
    line('exclusions', exclusions(definition)), line('basis', definition.basis), line('version', mark(`${definition.definitionVersion}（${definition.code}）`)));
}

const exclusions = ({ excluded, exclusions: said }) => (excluded?.length ? excluded.map((one) => (now.language ? one.reasonEn : one.reason)).join(now.language ? '; ' : '；') : said);

function sets() {
  const rate = shown.definition?.shape && shown.definition.shape !== 'COUNT';
  const all = rate ? [['numerator', 'numerator'], ['denominator', 'denominator'], ['excluded', 'excluded']] : [['numerator', 'counted'], ['excluded', 'excluded']];
  return h('div', { class: 'toolbar' }, h('div', { class: 'tabs', role: 'group' },
    all.map(([set, label]) => button('set-' + set, t(label), () => look(set), { 'aria-pressed': String(shown.set === set) }))),
  h('div', { class: 'tabs' }, ['csv', 'xlsx'].map((format) => button('save-' + format, t('download', format.toUpperCase()), () => save(format), { class: 'quiet' }))));
}

function rows() {
  if (shown.total === null) return shown.trouble ? null : h('p', { class: 'soft' }, t('loading'));
  if (!shown.items.length) return h('p', { class: 'soft', id: 'drill-count' }, t('noRows'));
  const reasons = shown.set === 'excluded';
  const columns = ['caseNumber', 'region', 'domain', 'actType', 'receivedOn', 'concludedOn', 'outcome', ...(reasons ? ['reason'] : [])];
  const all = shown.items.length === shown.total;
  return [
    h('p', { class: 'soft', id: 'drill-count', role: 'status' }, all ? t('countOf', grouped(shown.total)) : t('shownOf', grouped(shown.items.length), grouped(shown.total))),
    table(nameOf(shown.code), columns.map((column) => t(column)), shown.items.map((one) => [
      h('span', { class: 'whole' }, one.caseNumber), regionName(one.regionCode), codeOf(one.domain), codeOf(one.actType), one.receivedOn, one.concludedOn, codeOf(one.outcome, one.kind),
      ...(reasons ? [one.reason] : []),
    ]), 'stacks'),
    shown.next ? button('more', t('more', Math.min(PAGE, shown.total - shown.items.length)), more) : null,
  ];
}
