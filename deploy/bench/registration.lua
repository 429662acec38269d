-- POST /v1/reconsiderations with a token, as an officer's client does it.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Authorization"] = "Bearer " .. os.getenv("TOKEN")
wrk.body = [[{"regionCode":"330700","receivedOn":"2025-03-03","channel":"ONLINE","applicants":[{"kind":"NATURAL_PERSON",
"name":"合成甲","idNumber":"330702180001010015","phone":"13800001234"}],"respondentCode":"11330700002592265Y",
"actType":"PENALTY","domain":"OTHER","claims":"请求撤销处罚决定（虚构）"}]]

refused = 0
local threads = {}

function setup(thread) table.insert(threads, thread) end

function response(status)
  if status ~= 201 then refused = refused + 1 end
end

function done(summary, latency)
  local wrong = 0
  for _, thread in ipairs(threads) do wrong = wrong + thread:get("refused") end
  io.write(string.format("http %.0f per second, p50 %.1f ms, p99 %.1f ms, not 201: %d\n",
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000, wrong))
end
