"""Rounds as JSON lines on stdin -> one JSON document with medians and the ratio of HTTP to pgbench."""
import json, os, statistics, sys

what, connections, seconds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
rounds = [json.loads(line) for line in sys.stdin]
median = lambda values: round(statistics.median(values), 2)
print(json.dumps({
    "what": what,
    "connections": connections,
    "secondsARound": seconds,
    "cpus": os.cpu_count(),
    "loadAverageAtEnd": [round(load, 1) for load in os.getloadavg()],
    "ratio": median([round["http"]["perSecond"] / round["pgbenchPerSecond"] for round in rounds]),
    "httpPerSecond": median([round["http"]["perSecond"] for round in rounds]),
    "pgbenchPerSecond": median([round["pgbenchPerSecond"] for round in rounds]),
    "p50Ms": median([round["http"]["p50Ms"] for round in rounds]),
    "p95Ms": median([round["http"]["p95Ms"] for round in rounds]),
    "p99Ms": median([round["http"]["p99Ms"] for round in rounds]),
    "rounds": rounds,
}, indent=2))
