// The page of leaders and coordinators. Whatever it shows goes in as text, never as markup; whatever is typed is kept until
// the service has taken it; the token stays in this tab.
import * as session from './session.js';

(() => {

  // ---- words: [中文, English] -------------------------------------------------------------------------------------
  const CODES = {
    RED: ['红色', 'red'], ORANGE: ['橙色', 'orange'], YELLOW: ['黄色', 'yellow'],
    FLAGGED: ['已识别', 'flagged'], ASSIGNED: ['已交办', 'assigned'], ACKNOWLEDGED: ['已签收', 'acknowledged'],
    IN_COORDINATION: ['化解中', 'in coordination'], RESOLUTION_CLAIMED: ['申报化解', 'resolution claimed'],
    RESOLVED: ['已化解', 'resolved'], LOST: ['败诉', 'lost'], WON: ['胜诉', 'won'],
    PLAN_FILED: ['报送方案', 'plan filed'], COORDINATED: ['协调', 'coordinated'],
    WITHDRAWAL_RULING: ['准许撤诉裁定', 'ruling that permits the withdrawal'],
    MEDIATION_STATEMENT: ['调解书', 'mediation statement'],
    PROOF_OF_PERFORMANCE: ['履行证明', 'proof of performance'],
    SIGN_FOR: ['签收', 'sign for it'], PLAN: ['提交方案', 'file a plan'], PROMISED: ['兑现承诺', 'keep the promise'],
    RESOLVE: ['化解', 'resolve it'], HEARING: ['开庭', 'hearing'], VERIFY: ['等待核验', 'to be verified by the coordinator'],
    OPEN: ['未到期', 'open'], KEPT: ['已兑现', 'kept'], BROKEN: ['未兑现', 'broken'], MOOT: ['已无意义', 'moot'],
    NO_DUTY: ['没有分工覆盖该案', 'no duty covers the case'],
    ALL_ABSENT: ['有分工的领导均缺席且无人代行', 'every leader responsible is absent, and nobody stands in'],
    ALL_RECUSED: ['有分工的领导均已申报回避', 'every leader responsible has declared a conflict'],
    NOBODY_LEFT: ['有分工的领导或缺席、或回避、或未登记', 'the leaders responsible are absent, in conflict or not registered'],
  };
  const WORDS = {
    title: ['高败诉风险案件交办', 'High-risk suits handed over'], language: ['English', '中文'],
    mine: ['我的案件', 'My cases'], month: ['每月交办', 'The month'], leave: ['退出', 'Leave'], refresh: ['刷新', 'Refresh'],
    print: ['打印', 'Print'], none: ['无', 'None'], nothing: ['没有：{0}', 'None: {0}'], cancel: ['取消', 'Cancel'], optional: ['（可不填）', ' (optional)'],
    noToken: ['此页需要访问令牌', 'This page needs a token'],
    howToken: ['请用带令牌的地址打开本页：deploy/run.sh 启动后会在终端打印，一小时内有效；正式环境由管理员提供。也可以把地址或令牌粘贴在下面。',
      'Open this page by the address that holds a token: deploy/run.sh prints it in the terminal, valid for an hour; elsewhere ask your administrator. Or paste the address or the token below.'],
    paste: ['带令牌的地址，或令牌', 'Address with a token, or the token'], use: ['使用', 'Use it'],
    notToken: ['这不是令牌，也不是带令牌的地址', 'Neither a token nor an address that holds one'],
    loading: ['正在读取…', 'Reading…'],
    noLogin: ['请登录', 'Please log in'], logIn: ['登录', 'Log in'],
    ended: ['登录已结束。您填写的内容都还在：请重新登录后再提交。', 'Your login has ended. Everything you typed is still here: log in again and submit.'],
    expired: ['令牌已过期或无效。您填写的内容都还在：请取得新的地址，粘贴在下面后再提交。',
      'The token has expired or is not valid. Everything you typed is still here: get a new address, paste it below and submit again.'],
    offline: ['网络不通，服务没有答复。您填写的内容都还在，请稍后再试；重复提交不会记录两次。',
      'The service did not answer. Everything you typed is still here; try again later. Submitting again records nothing twice.'],
    stale: ['该记录已被他人更新，已读取最新情况。您填写的内容都还在，请核对后再提交。',
      'Somebody changed this record meanwhile; what is shown is read anew. Everything you typed is still here: look again, then submit.'],
    noRole: ['该令牌没有领导或协调员角色', 'This token has neither the role of a leader nor of a coordinator'],
    asOf: ['数据日期 {0}', 'As of {0}'], old: ['显示的是先前读取的内容。', 'What is shown was read before.'],
    myCount: ['在办 {0} 件，其中逾期 {1} 件', '{0} open cases, {1} overdue'], noCases: ['目前没有在办的风险案件', 'No open cases'],
    toSign: ['待签收的交办单', 'Orders to sign for'], orderOf: ['{0} 交办单', 'Order of {0}'], casesIn: ['{0} 件', '{0} cases'],
    sign: ['签收', 'Sign for it'], signed: ['已签收', 'Signed for'],
    next: ['下一步：', 'Next: '], overdue: ['已逾期 {0} 天', '{0} days overdue'], left: ['还有 {0} 天', '{0} days left'],
    today: ['今天', 'today'], provisional: ['节假日未公布，暂定', 'provisional: holidays not announced'],
    late: ['已逾期', 'overdue'], state: ['状态', 'State'], months: ['交办月份', 'Months'],
    monthCount: ['第 {0} 个月', 'month {0}'], defendant: ['被告', 'Defendant'], byHearing: ['开庭前', 'before the hearing'],
    SIGN_FOR: ['签收期限', 'Sign by'], PLAN: ['方案期限', 'Plan by'], PROMISED: ['承诺日', 'Promised'], RESOLVE: ['化解期限', 'Resolve by'],
    HEARING: ['开庭', 'Hearing'], VERIFY: ['核验期限', 'Verified by'], ladder: ['督办下一级', 'Next rung'], reached: ['已触发督办', 'Rungs reached'],
    answered: ['已答复', 'answered'], silenced: ['暂停提醒至', 'Silenced until'], waits: ['等待示范案件', 'Waits for its model'],
    plan: ['现行方案', 'Plan in force'], promisedBy: ['承诺 {0} 前化解', 'to be resolved by {0}'],
    inherited: ['前任的承诺和协调（{0}）', 'What your predecessor promised and did ({0})'], inForce: ['现行有效', 'in force'],
    doPlan: ['提交方案', 'File a plan'], doCoordinate: ['协调记录', 'Record coordination'], doClaim: ['申请销号', 'Claim it resolved'],
    doAcknowledge: ['签收本案', 'Acknowledge the case'],
    planText: ['方案', 'Plan'], coordinateText: ['协调情况', 'What was done'], noteText: ['说明', 'Note'],
    promisedOn: ['承诺化解日', 'Resolve by'], on: ['日期', 'Day'], by: ['签收人', 'Signed by'],
    evidenceType: ['凭据种类', 'Kind of proof'], evidence: ['凭据（文号、日期）', 'Proof (number, date)'], choose: ['请选择', 'Choose'],
    submit: ['提交', 'Submit'], required: ['不能为空', 'Must be given'],
    done: ['已记录：{0}', 'Recorded: {0}'],
    region: ['区划代码', 'Region code'], monthOf: ['月份', 'Month'], show: ['查看', 'Show'], preview: ['预览交办', 'Preview the round'],
    monthTitle: ['{0} 交办情况（{1}）', '{0}: handed over ({1})'], roundAt: ['{0} 交办，名单截至 {1}', 'handed over {0}, list fixed {1}'],
    noRound: ['本月尚未交办', 'Nothing handed over in this month yet'],
    tListed: ['列入名单', 'Listed'], tOrders: ['交办单', 'Orders'], tUnsigned: ['未签收', 'Unsigned'], tCarried: ['结转', 'Carried over'],
    tLate: ['截止后识别', 'Flagged late'], tRecordedAfter: ['事后补录', 'Recorded late'], tUnrouted: ['无人可交', 'Unrouted'],
    tHeld: ['等示范案', 'Held'], tClaimed: ['待核验', 'To verify'], tResolved: ['本月化解', 'Resolved'], tLost: ['本月败诉', 'Lost'],
    tWon: ['本月胜诉', 'Won'], tSigned: ['已签 {0}，未签 {1}', '{0} signed, {1} not'],
    claims: ['待核验的化解', 'Resolutions to verify'], verifyBy: ['核验期限', 'Verify by'], claimedOn: ['申报日期', 'Claimed on'],
    verify: ['核验销号', 'Verify'], sendBack: ['退回', 'Send back'], claimSaid: ['申报内容', 'What was claimed'],
    byLeader: ['各领导交办单', 'Orders by leader'], leader: ['领导', 'Leader'], cases: ['件数', 'Cases'], open: ['在办', 'Open'],
    receipt: ['签收', 'Receipt'], notSigned: ['未签收', 'not signed'], signedAt: ['{0} {1}', '{0} {1}'],
    matrix: ['名单按等级和现状', 'The list by level and present state'], level: ['等级', 'Level'], sum: ['合计', 'All'],
    suit: ['案号', 'Suit'], carriedFor: ['已结转', 'Carried for'], monthsN: ['{0} 个月', '{0} months'], reason: ['原因', 'Reason'],
    flaggedOn: ['识别日期', 'Flagged on'], endedOn: ['日期', 'On'], proof: ['凭据', 'Proof'], byRegister: ['登记记载', 'told by the register'],
    noProof: ['未注明种类', 'kind not said'], rungs: ['本月触发的督办', 'Rungs reached in the month'],
    silences: ['七日内到期的暂停提醒', 'Silences that end within seven days'], until: ['至', 'Until'], author: ['决定人', 'By'],
    firstOnly: ['共 {0} 件，以下为前 {1} 件', '{0} in all, the first {1} follow'],
    previewOf: ['{0} 交办预览：仅供查看，未写入', 'Preview of {0}: nothing was written'],
    isRun: ['{0} 已经交办，以下为已有名单', '{0} has been handed over; this is its list'],
    previewSum: ['交办 {0} 件给 {1} 位领导，无人可交 {2} 件，等示范案 {3} 件', '{0} cases to {1} leaders, {2} unrouted, {3} held'],
    typed: ['您填写的内容', 'What you typed'],
    printedOn: ['打印：{0}', 'Printed: {0}'], failed: ['服务答复 {0}', 'The service answered {0}'],
  };

  // ---- what this tab knows ----------------------------------------------------------------------------------------
  const kept = sessionStorage;
  const now = {
    language: kept.getItem('board.language') === 'en' ? 1 : 0,
    token: null, person: false, view: null, mine: null, month: null, preview: null, claims: {}, asked: JSON.parse(kept.getItem('board.asked') || '{"month":"","regionCode":""}'),
    drafts: JSON.parse(kept.getItem('board.drafts') || '{}'), trouble: null, reading: 0,
  };
  const t = (word, ...slots) => (WORDS[word] || [word, word])[now.language].replace(/\{(\d)\}/g, (_, i) => slots[i]);
  const code = (name) => (CODES[name] || [name, name])[now.language];
  const MARKS = { '（': ' (', '）': ')', '、': ', ', '，': ', ', '：': ': ', '；': '; ' };
  /** A template whose own marks are those of the language; what is put in stays as it is. */
  const mark = (texts, ...slots) => String.raw({ raw: now.language ? texts.map((text) => text.replace(/[（）、，：；]/g, (one) => MARKS[one])) : texts }, ...slots);
  const either = (item) => (now.language ? item.en : item.zh);

  /** Out of the address bar at once, so that nobody reads it over a shoulder or finds it in the history. */
  function takeToken() {
    const found = /(?:^#|&)token=([\w.-]+)/.exec(location.hash);
    if (found) {
      history.replaceState(null, '', location.pathname + location.search);
      kept.setItem('board.token', found[1]);
    }
    now.token = kept.getItem('board.token');
    if (found) now.person = false;
    return Boolean(found);
  }

  /** The roles decide which views to ask for; whether they are granted is for the service to say. */
  function roles() {
    try {
      const claims = now.token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/');
      return JSON.parse(atob(claims)).groups || [];
    } catch {
      return [];
    }
  }
  const views = () => [['mine', 'leader'], ['month', 'coordinator']].filter(([, role]) => roles().includes(role)).map(([v]) => v);

  // ---- the service ------------------------------------------------------------------------------------------------
  /** Of a person logged in it is renewed on the way; a pasted one is what it is. */
  async function bearer(refused) {
    if (now.person) now.token = (await session.token(refused)) || ended();
    return now.token;
  }

  /** Whoever is sent to log in comes back to this tab, and finds the view and all that was typed. */
  function ended() {
    session.sendAway();
    throw { kind: 'expired', problem: { status: 401, violations: [] } };
  }

  async function send(method, path, body, headers, token) {
    try {
      return await fetch('../v1/' + path, {
        method,
        cache: 'no-store',
        credentials: 'omit',
        headers: {
          Authorization: 'Bearer ' + token,
          'Accept-Language': now.language ? 'en' : 'zh-CN',
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        body,
      });
    } catch {
      throw { kind: 'offline' };
    }
  }

  /** Answers with the body, or throws {kind, problem}; kind: offline, expired, stale or refused. */
  async function call(method, path, body, headers) {
    const token = await bearer();
    let answer = await send(method, path, body, headers, token);
    if (answer.status === 401 && now.person) answer = await send(method, path, body, headers, await bearer(token));
    if (answer.status === 401 && now.person) ended();
    const read = await answer.json().catch(() => ({}));
    if (answer.ok) return read;
    const kind = { 401: 'expired', 412: 'stale' }[answer.status] || 'refused';
    throw { kind, problem: { status: answer.status, violations: [], ...read } };
  }

  const words = (trouble) =>
    trouble.kind === 'refused' ? trouble.problem.detail || t('failed', trouble.problem.status) : t(trouble.kind === 'expired' && now.person ? 'ended' : trouble.kind);

  /** Reads the view anew; what was read before stays on the page until then, and if reading fails. */
  async function read() {
    const turn = ++now.reading;
    const view = now.view;
    try {
      const found = view === 'mine' ? await allMine() : await call('GET', 'month?' + asked());
      if (turn !== now.reading) return;
      now[view] = found;
      now.trouble = null;
    } catch (trouble) {
      if (turn !== now.reading) return;
      now.trouble = trouble;
    }
    render();
  }

  async function allMine() {
    const first = await call('GET', 'my/cases?limit=500');
    for (let next = first.next; next; ) {
      const page = await call('GET', 'my/cases?limit=500&cursor=' + encodeURIComponent(next));
      first.items.push(...page.items);
      next = page.next;
    }
    return first;
  }

  function asked() {
    const given = Object.entries(now.asked).filter(([, value]) => value);
    return new URLSearchParams(given).toString();
  }

  // ---- elements ---------------------------------------------------------------------------------------------------
  function h(tag, properties, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {})) {
      if (value === undefined || value === null || value === false) continue;
      if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
      else if (name === 'value') element.value = value;
      else element.setAttribute(name, value === true ? '' : value);
    }
    element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
    return element;
  }
  const button = (id, text, onclick, more) => h('button', { type: 'button', id, onclick, ...more }, text);
  const tag = (name, text) => h('span', { class: 'tag ' + name }, text);
  const days = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86400000);

  const whole = (text) => h('span', { class: 'whole' }, text);

  const listed = (texts) => texts.map((text, i) => [i ? mark`、` : null, whole(text)]);

  /** A day, and how far away it is; broken between the two if at all. */
  function day(on, today) {
    const ahead = days(today, on);
    const away = ahead === 0 ? t('today') : ahead < 0 ? t('overdue', -ahead) : t('left', ahead);
    return [whole(on), now.language ? ' ' : null, whole(mark`（${away}）`.trim())];
  }

  // ---- forms: what is typed is kept by form until the service has taken it -----------------------------------------
  const FIELDS = {
    note: (label, need) => ({ name: 'note', label, need, kind: 'textarea' }),
    on: () => ({ name: 'on', label: 'on', kind: 'date' }),
    evidenceType: () => ({ name: 'evidenceType', label: 'evidenceType', kind: 'select' }),
    evidence: (need) => ({ name: 'evidence', label: 'evidence', need, kind: 'textarea' }),
  };
  const FORMS = {
    receipt: { title: 'sign', fields: [FIELDS.on(), { name: 'by', label: 'by', kind: 'text' }] },
    ACKNOWLEDGED: { title: 'doAcknowledge', fields: [FIELDS.on()] },
    PLAN_FILED: { title: 'doPlan', fields: [FIELDS.note('planText', true), { name: 'promisedOn', label: 'promisedOn', kind: 'date' }] },
    COORDINATED: { title: 'doCoordinate', fields: [FIELDS.note('coordinateText', true), FIELDS.on()] },
    RESOLUTION_CLAIMED: { title: 'doClaim', fields: [FIELDS.evidenceType(), FIELDS.evidence(false), FIELDS.note('noteText', false), FIELDS.on()] },
    RESOLVED: { title: 'verify', fields: [FIELDS.evidenceType(), FIELDS.evidence(true), FIELDS.on()] },
    REOPENED: { title: 'sendBack', fields: [FIELDS.note('noteText', true)] },
  };

  function keepDrafts() {
    kept.setItem('board.drafts', JSON.stringify(now.drafts));
  }

  /** A key for one thing said: the same words again are the same request, whether or not the answer to the first arrived. */
  function keyFor(draft, body) {
    if (draft.said !== body) {
      draft.said = body;
      draft.key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');
    }
    return draft.key;
  }

  /** Opens and closes a form; closing keeps what was typed. */
  function opener(kind, id, look) {
    const form = `${kind}-${id}`;
    const open = Boolean(now.drafts[form]?.open);
    return button('open-' + form, t(FORMS[kind].title), () => {
      const draft = (now.drafts[form] ||= { values: {} });
      draft.open = !open;
      draft.fault = null;
      keepDrafts();
      render();
      if (draft.open) document.getElementById(form)?.querySelector('textarea, input, select')?.focus();
    }, { 'aria-expanded': String(open), 'aria-controls': form, class: open ? null : look });
  }

  /** The form, while it is open. */
  function form(kind, id, etag, number) {
    const name = `${kind}-${id}`;
    const draft = now.drafts[name];
    if (!draft?.open) return null;
    const spec = FORMS[kind];
    return h('form', { id: name, novalidate: true, 'aria-label': `${t(spec.title)} ${number}`, onsubmit: (event) => submit(event, kind, id, etag, number) },
      spec.fields.map((field) => control(name, draft, field)),
      h('p', { class: 'fault', id: name + '-fault' }, draft.fault?.form || null),
      h('div', { class: 'buttons' },
        h('button', { type: 'submit', class: 'first', id: 'submit-' + name, disabled: draft.sending }, t('submit')),
        button('cancel-' + name, t('cancel'), () => {
          delete now.drafts[name];
          keepDrafts();
          render();
          document.getElementById('open-' + name)?.focus();
        })));
  }

  function control(name, draft, field) {
    const id = `${name}-${field.name}`;
    const fault = draft.fault?.fields?.[field.name];
    const common = {
      id, name: field.name, 'aria-invalid': fault ? 'true' : null, 'aria-describedby': fault ? id + '-fault' : null,
      'aria-required': field.need ? 'true' : null,
      oninput: (event) => { draft.values[field.name] = event.target.value; keepDrafts(); },
      value: draft.values[field.name] || '',
    };
    let input;
    if (field.kind === 'textarea') input = h('textarea', { ...common, maxlength: 2000 });
    else if (field.kind === 'select') {
      const kinds = ['WITHDRAWAL_RULING', 'MEDIATION_STATEMENT', 'PROOF_OF_PERFORMANCE'];
      input = h('select', { ...common, value: null },
        h('option', { value: '' }, t('choose')), kinds.map((kind) => h('option', { value: kind }, code(kind))));
      input.value = common.value;
    } else input = h('input', { ...common, type: field.kind, maxlength: field.kind === 'text' ? 100 : null, autocomplete: 'off' });
    return h('div', {},
      h('label', { for: id, class: field.need ? 'need' : null }, t(field.label), field.need ? null : h('span', { class: 'soft' }, t('optional'))),
      input, fault ? h('p', { class: 'fault', id: id + '-fault' }, fault) : null);
  }

  async function submit(event, kind, id, etag, number) {
    event.preventDefault();
    const name = `${kind}-${id}`;
    const draft = now.drafts[name];
    if (draft.sending) return;
    const missing = FORMS[kind].fields.filter((field) => field.need && !(draft.values[field.name] || '').trim());
    if (missing.length) {
      draft.fault = { fields: Object.fromEntries(missing.map((field) => [field.name, t('required')])) };
      render();
      return toFault(name);
    }
    const given = Object.fromEntries(Object.entries(draft.values).filter(([, value]) => value.trim()));
    const body = JSON.stringify(kind === 'receipt' ? given : { type: kind, ...given });
    draft.sending = true;
    draft.fault = null;
    render();
    try {
      const path = kind === 'receipt' ? `orders/${id}/receipt` : `risk-cases/${id}/actions`;
      await call('POST', path, body, { 'If-Match': etag, 'Idempotency-Key': keyFor(draft, body) });
      delete now.drafts[name];
      keepDrafts();
      say(t('done', `${t(FORMS[kind].title)} ${number}`));
      await read();
      document.getElementById('main').focus();
    } catch (trouble) {
      draft.sending = false;
      draft.fault = faults(kind, trouble);
      keepDrafts();
      if (trouble.kind === 'expired') now.trouble = trouble;
      // what has changed meanwhile is shown, beside what was typed
      if (trouble.kind === 'stale' || trouble.problem?.status === 409) await read();
      else render();
      if (document.getElementById(name)) return toFault(name);
      // what it was about is not on the page any more: the complaint and the words typed are shown by themselves
      now.trouble = { ...trouble, typed: Object.values(draft.values).filter(Boolean).join(mark`；`) };
      render();
    }
  }

  /** Each complaint at its field; what is about no field of the form stands under it. */
  function faults(kind, trouble) {
    const fields = {};
    const rest = [];
    for (const { field, message } of trouble.kind === 'refused' ? trouble.problem.violations : []) {
      if (FORMS[kind].fields.some((known) => known.name === field)) fields[field] = message;
      else rest.push(message);
    }
    const named = Object.keys(fields).length > 0 && rest.length === 0;
    return { fields, form: named ? null : words(trouble) };
  }

  function toFault(name) {
    const place = document.getElementById(name);
    (place?.querySelector('[aria-invalid="true"]') || document.getElementById('submit-' + name))?.focus();
  }

  function say(text) {
    document.getElementById('said').replaceChildren(h('span', {}, text));
  }

  // ---- a leader's cases -------------------------------------------------------------------------------------------
  function mineView() {
    const mine = now.mine;
    if (!mine) return [h('p', {}, now.trouble ? '' : t('loading'))];
    return [
      h('div', { class: 'head' }, h('h2', {}, t('mine')), h('span', {}, mine.total ? t('myCount', mine.total, mine.overdue) : t('noCases')),
        h('span', { class: 'soft' }, t('asOf', mine.today))),
      toolbar(),
      mine.unsigned.length ? h('section', { class: 'paper', 'aria-labelledby': 'to-sign' },
        h('h2', { id: 'to-sign' }, t('toSign')), mine.unsigned.map((order) => unsigned(order, mine.today))) : null,
      h('div', { class: 'cases' }, mine.items.map((item) => mineCase(item, mine.today))),
    ];
  }

  function toolbar(...more) {
    return h('div', { class: 'buttons' }, more, button('refresh', t('refresh'), () => read()), button('print', t('print'), () => print()));
  }

  function unsigned(order, today) {
    return h('div', { class: 'order' },
      h('div', { class: 'head' }, h('h3', {}, t('orderOf', order.month)), h('span', {}, t('casesIn', order.litigationCaseNumbers.length)),
        order.signBy ? h('span', { class: order.overdue ? 'late' : 'soft' }, t('SIGN_FOR') + ' ', day(order.signBy, today)) : null),
      h('p', { class: 'soft' }, listed(order.litigationCaseNumbers)),
      h('div', { class: 'buttons' }, opener('receipt', order.id, 'first')),
      form('receipt', order.id, order.etag, t('orderOf', order.month)));
  }

  function mineCase(item, today) {
    const first = item.due[0];
    const name = 'case-' + item.riskCaseId;
    // a form that somebody is filling in stays, even if the case has moved on meanwhile
    const kinds = ['ACKNOWLEDGED', 'PLAN_FILED', 'COORDINATED', 'RESOLUTION_CLAIMED'].filter((kind) => now.drafts[`${kind}-${item.riskCaseId}`]?.open
      || (item.allowed.includes(kind) && !(kind === 'ACKNOWLEDGED' && item.unsignedOrder)));
    return h('article', { class: 'case ' + item.level, 'aria-labelledby': name },
      h('div', { class: 'head' }, tag(item.level, code(item.level)), h('h3', { id: name }, item.litigationCaseNumber),
        tag('plain', code(item.state)), item.overdue ? h('span', { class: 'late' }, t('late')) : null),
      first ? h('p', { class: first.overdue ? 'next late' : 'next' }, t('next') + task(first), first.on ? [' · ', day(first.on, today)] : null) : null,
      facts(item, today),
      item.plan ? h('p', { class: 'said' }, h('span', { class: 'soft' }, t('plan') + mark`：`), item.plan.text || '',
        h('span', { class: 'soft' }, mark`（`, item.plan.leaderName || item.plan.leaderId, mark`，`, whole(item.plan.on), mark`，${code(item.plan.standing)}）`)) : null,
      item.inherited.length ? h('details', { id: 'inherited-' + item.riskCaseId }, h('summary', { id: 'unfold-' + item.riskCaseId }, t('inherited', item.inherited.length)),
        h('ul', { class: 'words' }, item.inherited.map(inherited))) : null,
      kinds.length ? h('div', { class: 'buttons' }, kinds.map((kind) => opener(kind, item.riskCaseId))) : null,
      kinds.map((kind) => form(kind, item.riskCaseId, item.etag, item.litigationCaseNumber)));
  }

  const task = (due) => code(due.what) + (due.calendarKnown ? '' : mark`（${t('provisional')}）`);

  function facts(item, today) {
    const rows = [[t('defendant'), item.defendantName]];
    if (item.months.length) rows.push([t('months'), [listed(item.months), now.language ? ' ' : null, whole(mark`（${t('monthCount', item.months.length)}）`.trim())]]);
    for (const due of item.due) {
      const early = due.what === 'RESOLVE' && item.resolveReason === 'HEARING' ? mark`，${t('byHearing')}` : '';
      if (due.on) rows.push([t(due.what), h('span', { class: due.overdue ? 'late' : null }, day(due.on, today), early)]);
    }
    if (item.ladder) rows.push([t('ladder'), [either(item.ladder) + ' · ', day(item.ladder.on, today)]]);
    if (item.reached.length)
      rows.push([t('reached'), item.reached.map((rung) => either(rung) + (rung.answered ? mark`（${t('answered')}）` : '')).join(mark`、`)]);
    if (item.silencedUntil) rows.push([t('silenced'), item.silencedUntil]);
    if (item.waitsFor) rows.push([t('waits'), item.waitsFor]);
    return h('dl', { class: 'facts' }, rows.map(([label, value]) => [h('dt', {}, label), h('dd', {}, value)]));
  }

  function inherited(word) {
    return h('li', {}, h('span', { class: 'soft' }, whole(word.on), mark` ${word.leaderName || word.leaderId} ${code(word.type)}：`), h('span', { class: 'said' }, word.text || ''),
      word.promisedOn ? mark`（${t('promisedBy', word.promisedOn)}${word.inForce ? mark`，` + t('inForce') : ''}）` : word.inForce ? mark`（${t('inForce')}）` : null);
  }

  // ---- the month --------------------------------------------------------------------------------------------------
  function monthView() {
    const month = now.month;
    return [picker(), ...(month ? monthParts(month) : [h('p', {}, now.trouble ? '' : t('loading'))])];
  }

  function picker() {
    const fault = (name) => (now.trouble?.kind === 'refused' ? now.trouble.problem.violations.find((v) => v.field === name)?.message : null);
    const field = (name, label, shown, more) => h('div', { class: 'field' }, h('label', { for: 'ask-' + name }, t(label)),
      h('input', { id: 'ask-' + name, name, value: now.asked[name] || shown, 'aria-invalid': fault(name) ? 'true' : null, autocomplete: 'off',
        oninput: (event) => { now.asked[name] = event.target.value; kept.setItem('board.asked', JSON.stringify(now.asked)); }, ...more }),
      fault(name) ? h('p', { class: 'fault' }, fault(name)) : null);
    return h('form', { class: 'toolbar', novalidate: true, id: 'ask', onsubmit: (event) => { event.preventDefault(); now.preview = null; read(); } },
      field('month', 'monthOf', now.month?.month, { type: 'month' }),
      field('regionCode', 'region', now.month?.regionCode, { inputmode: 'numeric', maxlength: 6 }),
      h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'first', id: 'show' }, t('show')),
        button('preview', t('preview'), preview), button('print', t('print'), () => print())));
  }

  async function preview() {
    const month = now.asked.month || now.month?.month;
    const body = JSON.stringify({ month, dryRun: true, ...(now.asked.regionCode ? { regionCode: now.asked.regionCode } : {}) });
    try {
      now.preview = await call('POST', 'assignment-rounds', body);
      now.trouble = null;
    } catch (trouble) {
      now.trouble = trouble;
    }
    render();
    document.getElementById('preview-title')?.focus();
  }

  function monthParts(month) {
    const rounds = month.rounds.map((round) => `${round.regionCode} ${t('roundAt', round.recordedOn, round.cutoff)}`).join(mark`；`);
    const parts = [
      section('claims', 'claims', month.claimed.count, h('div', { class: 'cases' }, month.claimed.items.map((claim) => claimed(claim, month.today)))),
      table('orders', 'byLeader', month.orders.items.length, ['leader', 'cases', 'level', 'tCarried', 'open', 'receipt'],
        month.orders.items.map((order) => [order.leader.name, order.cases, order.levels.map((l) => `${code(l.level)} ${l.count}`).join(mark`，`), order.carried,
          order.open, order.receipt ? t('signedAt', order.receipt.on, order.receipt.by) : h('span', { class: 'late' }, t('notSigned'))])),
      matrix(month),
      cases('unrouted', 'tUnrouted', month.unrouted, ['reason'], (one) => [either(one)]),
      cases('carried', 'tCarried', month.carried, ['carriedFor', 'leader'], (one) => [t('monthsN', one.monthsCarried), one.risk.leader?.name]),
      rungs(month),
      cases('silences', 'silences', month.silences, ['until', 'author'], (one) => [one.until, one.author]),
      flagged('late', 'tLate', month.late), flagged('recorded-after', 'tRecordedAfter', month.recordedAfter),
      cases('held', 'tHeld', { count: month.held.count, items: month.held.items.map((risk) => ({ risk })) }, [], () => []),
      cases('resolved', 'tResolved', month.resolved, ['endedOn', 'proof'], (one) => [one.on, proof(one)], evidence(month)),
      cases('lost', 'tLost', month.lost, ['endedOn'], (one) => [one.on]),
      cases('won', 'tWon', month.won, ['endedOn'], (one) => [one.on]),
    ];
    const filled = parts.filter((part) => part instanceof Node);
    const wide = ['claims', 'orders'];
    return [
      h('div', { class: 'head' }, h('h2', {}, t('monthTitle', month.month, month.regionCode)), h('span', { class: 'soft' }, rounds || t('noRound')),
        h('span', { class: 'soft' }, t('asOf', month.today))),
      now.preview ? previewed(now.preview) : null,
      tiles(month),
      ...filled.filter((part) => wide.includes(part.id)),
      h('div', { class: 'two' }, filled.filter((part) => !wide.includes(part.id))),
      h('p', { class: 'soft', id: 'nothing' }, t('nothing', parts.filter((part) => !(part instanceof Node)).join(mark`、`))),
    ];
  }

  function tiles(month) {
    const orders = month.orders;
    const all = [
      ['tListed', month.listed], ['tOrders', orders.items.length, t('tSigned', orders.signed, orders.unsigned), orders.unsigned > 0],
      ['tClaimed', month.claimed.count], ['tCarried', month.carried.count], ['tUnrouted', month.unrouted.count, null, month.unrouted.count > 0],
      ['tLate', month.late.count], ['tResolved', month.resolved.count], ['tLost', month.lost.count, null, month.lost.count > 0], ['tWon', month.won.count],
    ];
    return h('dl', { class: 'tiles' }, all.map(([label, count, more, bad]) =>
      h('div', {}, h('dt', {}, t(label)), h('dd', { class: bad ? 'late' : null, id: 'n-' + label }, String(count), more ? h('small', {}, more) : null))));
  }

  /** Or only its title, when there is nothing in it. */
  function section(id, title, count, children) {
    if (!count) return t(title);
    return h('section', { class: 'paper', id, 'aria-labelledby': id + '-title' },
      h('h2', { id: id + '-title' }, mark`${t(title)}（${count}）`), children);
  }

  /** A table on a wide page, a list of cards on a narrow one. */
  function table(id, title, count, columns, rows, more, kind) {
    return section(id, title, count, [more, kind !== 'narrow' && rows.length < count ? h('p', { class: 'soft' }, t('firstOnly', count, rows.length)) : null,
      h('table', { class: kind || 'stacks' },
        h('thead', {}, h('tr', {}, columns.map((column) => h('th', { scope: 'col' }, t(column))))),
        h('tbody', {}, rows.map((row) => h('tr', {}, row.map((cell, i) => cell === undefined || cell === null || cell === '' ? h('td', {})
          : i ? h('td', { 'data-label': t(columns[i]) }, cell instanceof Node ? cell : String(cell).length > 12 ? cell : whole(String(cell))) : h('th', { scope: 'row' }, cell))))))]);
  }

  const named = (risk) => h('span', { class: 'head' }, tag(risk.level, code(risk.level)), h('span', {}, risk.litigationCaseNumber),
    h('span', { class: 'soft' }, `${risk.defendantName} · ${code(risk.state)}`));

  const cases = (id, title, part, columns, cells, more) =>
    table(id, title, part.count, ['suit', ...columns], part.items.map((one) => [named(one.risk), ...cells(one)]), more);

  const flagged = (id, title, part) =>
    table(id, title, part.count, ['suit', 'flaggedOn'], part.items.map((one) => [one.litigationCaseNumber, one.flaggedOn]));

  const proof = (one) => (one.byRegister ? t('byRegister') : one.evidenceType ? code(one.evidenceType) : t('noProof'));

  const evidence = (month) => h('p', {}, month.evidence.map((one) => `${proof(one)} ${one.count}`).join(mark`，`));

  function rungs(month) {
    const all = month.rungs.reduce((sum, rung) => sum + rung.reached.count, 0);
    return section('rungs', 'rungs', all, month.rungs.map((rung) => h('details', { id: 'rung-' + rung.code },
      h('summary', { id: 'unfold-' + rung.code }, mark`${either(rung)}：${rung.reached.count}`),
      h('ul', { class: 'words' }, rung.reached.items.map((one) => h('li', {}, named(one.risk),
        h('span', { class: 'soft' }, ` ${one.leaderId}${one.answered ? mark`，` + t('answered') : ''}`)))))));
  }

  function matrix(month) {
    const states = ['FLAGGED', 'ASSIGNED', 'ACKNOWLEDGED', 'IN_COORDINATION', 'RESOLUTION_CLAIMED', 'RESOLVED', 'LOST', 'WON']
      .filter((state) => month.counts.some((one) => one.state === state));
    const count = (level, state) => month.counts.filter((one) => (!level || one.level === level) && (!state || one.state === state))
      .reduce((sum, one) => sum + one.count, 0);
    const levels = ['RED', 'ORANGE', 'YELLOW', null];
    const heads = ['state', ...levels.map((level) => (level ? code(level) : 'sum'))];
    return table('matrix', 'matrix', month.listed, heads,
      [...states, null].map((state) => [state ? code(state) : t('sum'), ...levels.map((level) => count(level, state))]), null, 'narrow');
  }

  function claimed(claim, today) {
    const { risk } = claim;
    const id = risk.riskCaseId;
    const said = now.claims[id];
    const open = Object.keys(now.drafts).some((name) => name.endsWith(id) && now.drafts[name].open);
    if (open && !said) readClaim(id);
    return h('article', { class: 'case ' + risk.level, 'aria-labelledby': 'case-' + id },
      h('div', { class: 'head' }, tag(risk.level, code(risk.level)), h('h3', { id: 'case-' + id }, risk.litigationCaseNumber),
        h('span', { class: 'soft' }, [risk.defendantName, risk.leader?.name].filter(Boolean).join(' · '))),
      h('dl', { class: 'facts' }, h('dt', {}, t('claimedOn')), h('dd', {}, claim.claimedOn || ''),
        claim.evidenceType ? [h('dt', {}, t('evidenceType')), h('dd', {}, code(claim.evidenceType))] : null,
        claim.verifyBy ? [h('dt', {}, t('verifyBy')), h('dd', { class: claim.overdue ? 'late' : null }, day(claim.verifyBy, today))] : null),
      said ? h('p', { class: 'said' }, h('span', { class: 'soft' }, t('claimSaid') + mark`：`), said) : null,
      h('div', { class: 'buttons' }, opener('RESOLVED', id, 'first'), opener('REOPENED', id)),
      form('RESOLVED', id, claim.etag, risk.litigationCaseNumber), form('REOPENED', id, claim.etag, risk.litigationCaseNumber));
  }

  /** What the leader said, for whoever is to judge it. */
  async function readClaim(id) {
    now.claims[id] = '…';
    try {
      const history = await call('GET', `risk-cases/${id}/actions`);
      const claim = history.items.filter((one) => one.type === 'RESOLUTION_CLAIMED').pop();
      now.claims[id] = [claim?.evidence, claim?.note].filter(Boolean).join(mark`；`) || t('none');
    } catch (trouble) {
      delete now.claims[id];
      if (trouble.kind !== 'offline') now.trouble = trouble;
      return;
    }
    render();
  }

  function previewed(round) {
    const count = round.orders.reduce((sum, order) => sum + order.cases.length, 0);
    return h('section', { class: 'paper', id: 'previewed', 'aria-labelledby': 'preview-title' },
      h('h2', { id: 'preview-title', tabindex: -1 }, t(round.dryRun ? 'previewOf' : 'isRun', `${round.month} ${round.regionCode}`)),
      h('p', {}, t('previewSum', count, round.orders.length, round.unrouted.length, round.held.length)),
      h('ul', { class: 'words' },
        round.orders.map((order) => h('li', {}, mark`${order.leader.name}（${order.cases.length}）：`,
          h('span', { class: 'soft' }, order.cases.map((one) => `${one.litigationCaseNumber} ${code(one.level)}`).join(mark`、`)))),
        round.unrouted.map((one) => h('li', { class: 'late' }, mark`${one.litigationCaseNumber}：${code(one.reason)}`))));
  }

  // ---- the page ---------------------------------------------------------------------------------------------------
  /** Everything anew, with the eye and the cursor left where they are. */
  function render() {
    document.documentElement.lang = now.language ? 'en' : 'zh-CN';
    document.title = t('title');
    document.getElementById('title').textContent = t('title');
    const focused = document.activeElement;
    const place = focused?.id;
    const caret = focused && 'selectionStart' in focused ? [focused.selectionStart, focused.selectionEnd] : null;
    const unfolded = new Set([...document.querySelectorAll('details[open]')].map((one) => one.id));
    heads();
    troubled();
    const parts = !now.token ? [tokenForm(true)] : now.view === 'mine' ? mineView() : now.view === 'month' ? monthView() : [h('p', {}, t('noRole')), tokenForm()];
    document.getElementById('main').replaceChildren(
      h('p', { class: 'printed' }, t('printedOn', new Date().toLocaleDateString(now.language ? 'en' : 'zh-CN'))), ...parts.filter(Boolean));
    document.querySelectorAll('details').forEach((one) => { one.open = unfolded.has(one.id); });
    const back = place && document.getElementById(place);
    if (!back || back === document.activeElement) return;
    back.focus({ preventScroll: true });
    if (caret && caret[0] !== null && 'setSelectionRange' in back) back.setSelectionRange(caret[0], caret[1]);
  }

  function heads() {
    const open = now.token ? views() : [];
    document.getElementById('views').replaceChildren(...(open.length < 2 ? [] : open.map((view) =>
      button('view-' + view, t(view), () => go(view), { 'aria-current': now.view === view ? 'page' : null }))));
    document.getElementById('tools').replaceChildren(
      button('language', t('language'), () => {
        now.language = now.language ? 0 : 1;
        kept.setItem('board.language', now.language ? 'en' : 'zh');
        render();
        if (now.token && now.view) read();
      }, { lang: now.language ? 'zh-CN' : 'en' }),
      ...(now.token ? [button('leave', t('leave'), leave)] : []));
  }

  function troubled() {
    const place = document.getElementById('alert');
    const { trouble } = now;
    if (!trouble) return place.replaceChildren();
    // nobody's paste is taken away by what happens meanwhile
    const shown = trouble.kind + now.language;
    if (trouble.kind === 'expired' && place.dataset.shown === shown && place.firstChild) return;
    place.dataset.shown = shown;
    place.replaceChildren(h('div', {}, h('p', {}, words(trouble), ' ', now[now.view] && trouble.kind === 'offline' ? t('old') : ''),
      trouble.typed ? h('p', { class: 'said' }, t('typed') + mark`：` + trouble.typed) : null,
      trouble.kind === 'expired' ? tokenForm() : null));
  }

  function tokenForm(alone) {
    const input = h('input', { id: 'paste', type: 'text', autocomplete: 'off', spellcheck: 'false' });
    const fault = h('p', { class: 'fault', id: 'paste-fault' });
    return h('form', { id: 'token', novalidate: true, onsubmit: (event) => {
      event.preventDefault();
      const found = /(?:token=|^\s*)([\w-]+\.[\w-]+\.[\w-]+)\s*$/.exec(input.value);
      if (found) return begin(found[1]);
      input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', 'paste-fault');
      fault.textContent = t('notToken');
      input.focus();
    } },
    alone ? [h('h2', {}, t(session.offered() ? 'noLogin' : 'noToken')), session.offered() ? null : h('p', {}, t('howToken'))] : null,
    session.offered() ? h('div', { class: 'buttons' }, button('log-in', t('logIn'), () => session.logIn(), { class: 'first' })) : null,
    h('div', {}, h('label', { for: 'paste' }, t('paste')), input, fault),
    h('div', { class: 'buttons' }, h('button', { type: 'submit', class: session.offered() ? null : 'first', id: 'use' }, t('use'))));
  }

  function go(view) {
    now.view = view;
    kept.setItem('board.view', view);
    now.trouble = null;
    render();
    read();
  }

  /** With a new token; the forms that are open stay open. */
  function begin(token, person) {
    now.token = token;
    now.person = Boolean(person);
    // a person's stays in memory alone: the session behind it outlives the tab and ends with a log-out
    if (!person) kept.setItem('board.token', token);
    now.trouble = null;
    document.getElementById('said').replaceChildren();
    const open = views();
    now.view ||= kept.getItem('board.view');
    if (!open.includes(now.view)) now.view = open[0] || null;
    render();
    if (now.view) read();
  }

  /** Nothing is left in the tab. */
  function leave() {
    const { person } = now;
    kept.clear();
    if (person) session.logOut();
    Object.assign(now, { token: null, person: false, asked: { month: '', regionCode: '' }, view: null, mine: null, month: null, preview: null, claims: {}, drafts: {}, trouble: null });
    now.reading++;
    document.getElementById('said').replaceChildren();
    render();
  }

  // a form that was being sent when the page was left is not being sent any more
  Object.values(now.drafts).forEach((draft) => { draft.sending = false; });
  addEventListener('hashchange', () => { if (takeToken()) begin(now.token); });
  addEventListener('online', () => { if (now.trouble?.kind === 'offline') read(); });
  let folded = [];
  addEventListener('beforeprint', () => {
    folded = [...document.querySelectorAll('details:not([open])')];
    folded.forEach((one) => { one.open = true; });
  });
  addEventListener('afterprint', () => folded.forEach((one) => { one.open = false; }));

  if (takeToken()) begin(now.token);
  else session.enter(now, begin, render);
})();
