-- GET with a token, as an officer's screen does it.
wrk.headers["Authorization"] = "Bearer " .. os.getenv("TOKEN")

refused = 0
local threads = {}

function setup(thread) table.insert(threads, thread) end

function response(status)
  if status ~= 200 then refused = refused + 1 end
end

function done(summary, latency)
  local wrong = 0
  for _, thread in ipairs(threads) do wrong = wrong + thread:get("refused") end
  io.write(string.format("http %.0f per second, p50 %.1f ms, p99 %.1f ms, not 200: %d\n",
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000, wrong))
end
