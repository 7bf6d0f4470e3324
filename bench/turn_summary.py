"""Answers, parts of turns, the engine's figures and processor seconds -> one JSON document with percentiles in milliseconds."""
import collections, json, os, sys

answers, parts, engine, app_ticks, database_ticks = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5])
numbers = lambda path: [float(line) for line in open(path)]
def percentiles(values):
    values = sorted(values)
    at = lambda share: round(values[min(len(values) - 1, int(len(values) * share))], 2)
    return {"n": len(values), "p50": at(.5), "p95": at(.95), "p99": at(.99)}
of_part = collections.defaultdict(list)
for line in open(parts):
    part, nanos = line.split()
    of_part[part].append(int(nanos) / 1e6)
turns = numbers(answers)
a_tick = 1000 / os.sysconf("SC_CLK_TCK")
print(json.dumps({
    "what": "turn",
    "cpus": os.cpu_count(),
    "loadAverageAtEnd": [round(load, 1) for load in os.getloadavg()],
    "postToAnswerMs": percentiles(turns),
    "partsMs": {part: percentiles(values) for part, values in of_part.items()},
    "engineAloneCpuMs": percentiles(numbers(engine)),
    "cpuMsPerMessage": {"server": round(app_ticks * a_tick / len(turns), 1), "database": round(database_ticks * a_tick / len(turns), 1)},
}, indent=2))
