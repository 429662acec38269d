// One whole case through the generated client. Environment: SERVICE, OFFICER and APPROVER (tokens).
import {
  ApprovalApi,
  Configuration,
  ReconsiderationApi,
  ReconsiderationStep,
  Verdict,
} from '../typescript';

const service = process.env.SERVICE!;
const as = (token: string) => new Configuration({ basePath: service, accessToken: token });
const cases = new ReconsiderationApi(as(process.env.OFFICER!));
const approvals = new ApprovalApi(as(process.env.APPROVER!));

function expect(what: string, wanted: unknown, found: unknown) {
  if (wanted !== found) throw new Error(`${what}: ${wanted} expected, ${found} found`);
}

async function walk() {
  const opened = await cases.createReconsiderationRaw({
    registration: {
      regionCode: '330700',
      receivedOn: new Date('2025-03-03'),
      channel: 'ONLINE',
      applicants: [{ kind: 'NATURAL_PERSON', name: '合成丙' }],
      respondentCode: '11330700002592265Y',
      actType: 'PENALTY',
      domain: 'OTHER',
      claims: '请求撤销（虚构）',
    },
  });
  const { id } = await opened.value();
  let etag = opened.raw.headers.get('ETag')!;

  async function record(reconsiderationStep: ReconsiderationStep, status = 201): Promise<Response> {
    const answer = await cases.recordReconsiderationRaw({ id: id!, reconsiderationStep, ifMatch: etag });
    expect(reconsiderationStep.type, status, answer.raw.status);
    if (status === 201) etag = answer.raw.headers.get('ETag')!;
    return answer.raw;
  }

  await record({ type: 'ACCEPTED', on: new Date('2025-03-05'), procedure: 'ORDINARY' });
  await record({ type: 'COPY_SERVED', on: new Date('2025-03-10') });
  await record({ type: 'REPLY_RECEIVED', on: new Date('2025-03-20') });
  await record({ type: 'SUSPENDED', on: new Date('2025-03-24'), ground: 7 });
  await record({ type: 'RESUMED', on: new Date('2025-03-26') });
  const waiting = await record({ type: 'DECIDED', on: new Date('2025-04-20'), outcome: 'UPHELD' }, 202);
  const approval = waiting.headers.get('Location')!.split('/').pop()!;
  const decided = await approvals.decideApproval({ id: approval, decision: { decision: Verdict.Approved } });
  expect('approval', 'APPROVED', decided.status);

  const read = await cases.getReconsiderationRaw({ id: id! });
  expect('status', 'CONCLUDED', (await read.value()).status);
  etag = read.raw.headers.get('ETag')!;
  await record({ type: 'DECISION_SERVED', on: new Date('2025-04-22') });
  const served = await cases.getReconsideration({ id: id! });
  expect('served on', '2025-04-22', served.decisionServedOn!.toISOString().substring(0, 10));
  const steps = await cases.stepsReconsideration({ id: id! });
  expect('ground', '7', steps.items!.flatMap((step) => step.body?.ground ?? []).join());
  expect('clocks', true, served.deadlines!.some((clock) => clock.code === 'SUE'));
  console.log('walked ' + served.caseNumber);
}

walk().catch((failure) => {
  console.error(failure);
  process.exit(1);
});
