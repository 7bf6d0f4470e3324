"""Asks ten endpoints in turn, in short rounds, and reads the processor time that server and database took for them."""
import glob, http.client, json, os, platform, statistics, subprocess, sys, time, uuid

rounds, requests, port, database = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
servers = [int(pid) for pid in sys.argv[5:8]]
PASSWORD = 'a password for the bench'


def sql(statement, name=database):
    return subprocess.run(['psql', '-At', '-d', name, '-c', statement], check=True, capture_output=True, text=True).stdout.strip()


postmaster = sql("select pg_backend_pid()") and int(open(sql('show data_directory') + '/postmaster.pid').readline())


def family(pid):
    found, queue = [], [pid]
    while queue:
        one = queue.pop()
        found.append(one)
        for children in glob.glob(f'/proc/{one}/task/*/children'):
            try:
                queue += [int(child) for child in open(children).read().split()]
            except OSError:
                pass
    return found


def nanos(pids):
    total = 0
    for pid in pids:
        for stat in glob.glob(f'/proc/{pid}/task/*/schedstat'):
            try:
                total += int(open(stat).read().split()[0])
            except OSError:
                pass
    return total


class Client:
    def __init__(self, place, email):
        self.web = http.client.HTTPConnection('127.0.0.1', port + place)
        self.email, self.token = email, None
        self.sign_in()

    def sign_in(self):
        self.token = None
        answer = self.ask('POST', '/api/token', {'email': self.email, 'password': PASSWORD, 'agency': 'bench'})
        self.token = json.loads(answer)['accessToken']

    def ask(self, method, path, body=None, headers=None):
        headers = dict(headers or {})
        if self.token and path.startswith('/public') is False:
            headers['Authorization'] = 'Bearer ' + self.token
        if body is not None:
            headers['Content-Type'] = 'application/json'
        for _ in range(2):  # the server ends a connection after some requests
            try:
                self.web.request(method, path, None if body is None else json.dumps(body), headers)
                response = self.web.getresponse()
                break
            except (http.client.HTTPException, ConnectionError):
                self.web.close()
        text = response.read()
        if response.status >= 300:
            raise SystemExit(f'{method} {path}: {response.status} {text[:300]}')
        return text


lead, thread = sql("select l.id || ' ' || c.id from lead l join conversation c on c.lead_id = l.id "
                   "where l.owner_id = 'a0000000-0000-7000-8000-000000000001' order by l.id limit 1").split()
site = sql('select site_key from agency')
first, last = sql("select current_date - 30 || ' ' || current_date").split()
endpoints = {
    'inbox': lambda c: c.ask('GET', '/api/inbox?tab=all'),
    'board': lambda c: c.ask('GET', '/api/board'),
    'lead page': lambda c: c.ask('GET', f'/api/leads/{lead}'),
    'timeline': lambda c: c.ask('GET', f'/api/leads/{lead}/timeline'),
    'lead list': lambda c: c.ask('GET', '/api/leads'),
    'lead search': lambda c: c.ask('GET', '/api/leads?q=person'),
    'calendar': lambda c: c.ask('GET', '/api/calendar'),
    'analytics': lambda c: c.ask('GET', f'/api/analytics?from={first}&to={last}'),
    'chat history': lambda c: c.ask('GET', f'/api/conversations/{thread}'),
    'team': lambda c: c.ask('GET', '/api/team'),
    'chat message': lambda c: c.ask('POST', f'/public/chat/{site}/messages', {'clientId': str(uuid.uuid4()), 'text': 'hi, we look for a 3 bed near Zilker'},
                                    {'X-Visitor-Key': str(uuid.uuid4())}),
}
# way: server, client, and what is set before its turn
ways = {'normal': (0, Client(0, 'bo@bench.example'), None), 'bypass': (1, Client(1, 'bo@bench.example'), None),
        'sealed': (2, Client(2, 'bo@bench.example'), None),
        'agent, all': (0, Client(0, 'agent1@bench.example'), 'ALL'), 'agent, own': (0, Client(0, 'agent1@bench.example'), 'OWN')}


def see(leads):
    if leads:
        sql(f"update agency set leads_seen = '{leads}'")


def turn(way, endpoint, count):
    place, client, leads = ways[way]
    see(leads)
    endpoints[endpoint](client)
    pids = [servers[place]], family(postmaster)
    before = nanos(pids[0]), nanos(pids[1])
    for _ in range(count):
        endpoints[endpoint](client)
    return [(nanos(pids[at]) - before[at]) / 1e6 / count for at in (0, 1)]


print('warming up', file=sys.stderr)
for way in ways:
    for endpoint in endpoints:
        turn(way, endpoint, int(os.environ.get('BENCH_WARMUP', '150')))
taken = {endpoint: {way: [] for way in ways} for endpoint in endpoints}
for one in range(rounds):
    for _, client, _ in ways.values():  # a token lives ten minutes
        client.sign_in()
    print(f'round {one + 1}', file=sys.stderr)
    for endpoint in endpoints:
        order = list(ways)
        order = order[one % len(order):] + order[:one % len(order)]
        for way in order:
            taken[endpoint][way].append(turn(way, endpoint, requests))


def ratio(endpoint, way, base):
    ratios = sorted(sum(a) / sum(b) for a, b in zip(taken[endpoint][way], taken[endpoint][base]))
    quarter = len(ratios) // 4
    return {'median': round(statistics.median(ratios), 3), 'quartiles': [round(ratios[quarter], 3), round(ratios[-1 - quarter], 3)]}


result = {'day': time.strftime('%F'), 'what': 'processor time of server and database a request, ms; ratios of rounds side by side',
          'server': sql('show server_version'), 'machine': platform.machine(), 'cores': os.cpu_count(), 'loadAverage': os.getloadavg(),
          'rounds': rounds, 'requestsPerRound': requests, 'leads': int(sql('select count(*) from lead')), 'endpoints': {}}
for endpoint in endpoints:
    result['endpoints'][endpoint] = {
        'ms': {way: {'server': round(statistics.median(t[0] for t in times), 3), 'database': round(statistics.median(t[1] for t in times), 3)}
               for way, times in taken[endpoint].items()},
        'normal/bypass': ratio(endpoint, 'normal', 'bypass'), 'sealed/normal': ratio(endpoint, 'sealed', 'normal'),
        'own/all': ratio(endpoint, 'agent, own', 'agent, all')}
for name in ('normal/bypass', 'sealed/normal', 'own/all'):
    result[name] = round(statistics.median(one[name]['median'] for one in result['endpoints'].values()), 3)
print(json.dumps(result, indent=2))
