-- POST /v1/reconsiderations with a token, as an officer's client does it.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Authorization"] = "Bearer " .. os.getenv("TOKEN")
wrk.body = os.getenv("BODY")

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
