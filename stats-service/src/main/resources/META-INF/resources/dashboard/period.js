// Periods of whole months: 2022, 2022-H1, 2022-Q3, 2022-05, 2022-02..2022-09.
const two = (n) => String(n).padStart(2, '0');
const index = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
export const monthAt = (i) => `${Math.floor(i / 12)}-${two((i % 12) + 1)}`;
export const plus = (month, months) => monthAt(index(month) + months);
export const length = (period) => index(period.to) - index(period.from) + 1;

/** The year in Shanghai, whatever the clock of the machine is set to. */
export const thisYear = () => new Date().toLocaleDateString('sv-SE', { year: 'numeric', timeZone: 'Asia/Shanghai' }).slice(0, 4);

/** A day that there is, as yyyy-mm-dd; null for anything else. */
export function day(text) {
  if (!/^(19|20)\d{2}-\d{2}-\d{2}$/.test(text || '')) return null;
  const read = new Date(text + 'T00:00:00Z');
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text) ? text : null;
}

const between = (key, year, part, first, last) => ({ key, year, part, from: `${year}-${two(first)}`, to: `${year}-${two(last)}` });

/** A key as {key, year, part, from, to}; null when it is none. */
export function parse(key) {
  const found = /^((?:19|20)\d{2})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(key || '');
  if (found) {
    const [, year, half, quarter, month] = found;
    if (half) return between(key, year, 'H' + half, half * 6 - 5, half * 6);
    if (quarter) return between(key, year, 'Q' + quarter, quarter * 3 - 2, quarter * 3);
    if (month) return between(key, year, month, Number(month), Number(month));
    return between(key, year, '', 1, 12);
  }
  const range = /^((?:19|20)\d{2}-(?:0[1-9]|1[0-2]))\.\.((?:19|20)\d{2}-(?:0[1-9]|1[0-2]))$/.exec(key || '');
  if (!range || index(range[1]) > index(range[2]) || index(range[2]) - index(range[1]) >= 600) return null;
  return { key, year: range[2].slice(0, 4), part: 'range', from: range[1], to: range[2] };
}

export const months = (period) => Array.from({ length: length(period) }, (_, i) => monthAt(index(period.from) + i));
export const yearBefore = (period) => ({ from: plus(period.from, -12), to: plus(period.to, -12) });
export const said = (period) => (period.from === period.to ? period.from : `${period.from} – ${period.to}`);

/** A trend needs a year to be one: a shorter period is shown with the months before it. */
export const trendOf = (period) => (length(period) >= 12 ? period : { from: plus(period.to, -11), to: period.to });
