-- POST /v1/alerts with a token, as a court's system does it: every alert a new one about a new suit.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Authorization"] = "Bearer " .. os.getenv("TOKEN")
local template = [[{"source":"bench-court","sourceAlertId":"%s-%d","court":"金华市婺城区人民法院",
"litigationCaseNumber":"(%d)浙0702行初%d号","regionCode":"330702","defendantCode":"11330700002592265Y",
"defendantName":"金华市司法局","domain":"TOWNSHIP","actType":"COERCION","riskReasons":["PROCEDURE_DEFECT","EVIDENCE_GAP"],
"note":"合成预警（虚构）","raisedOn":"2025-03-03"}]]
local round, year, n = os.getenv("ROUND"), os.getenv("YEAR"), 0

refused = 0
local threads = {}

function setup(thread) table.insert(threads, thread) end

function request()
  n = n + 1
  return wrk.format(nil, nil, nil, string.format(template, round, n, year, n))
end

function response(status)
  if status ~= 201 then refused = refused + 1 end
end

function done(summary, latency)
  local wrong = 0
  for _, thread in ipairs(threads) do wrong = wrong + thread:get("refused") end
  io.write(string.format("http %.0f per second, p50 %.1f ms, p99 %.1f ms, not 201: %d\n",
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000, wrong))
end
