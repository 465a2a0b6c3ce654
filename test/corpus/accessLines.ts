/**
 * Lines of access logs that all say the same: Slack's preview bot fetched the token at 2026-11-26 06:44:07 UTC. Written for this
 * test after what the servers document about their formats; addresses are those kept for documentation.
 */
export const TOKEN = 'g1ran22qg8xdj'
export const FETCHED_AT = Date.UTC(2026, 10, 26, 6, 44, 7)

const BOT = 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)'
const TARGET = `/harbour/last-crossing?dks=${TOKEN}`
const TIME = '[26/Nov/2026:07:44:07 +0100]'
const MS = FETCHED_AT
const escaped = (text: string): string => encodeURIComponent(text).replaceAll('%', '%25')

interface AccessLines {
  format: string
  /** The line, with what stands before it. */
  lines: string
  /** `false` where it tells no time. */
  timed?: boolean
}

const SAMPLES: readonly (readonly [format: string, lines: string, timed?: false])[] = [
  ['combined', `203.0.113.7 - - ${TIME} "GET ${TARGET} HTTP/1.1" 200 5123 "-" "${BOT}"`],
  [
    'combined over HTTP/2, from IPv6, with a user and a referrer',
    `2001:db8::1:7 - ann ${TIME} "GET ${TARGET} HTTP/2.0" 304 - "https://www.google.com/" "${BOT}"`,
  ],
  ['combined over HTTP/3', `203.0.113.7 - - ${TIME} "HEAD ${TARGET} HTTP/3" 200 0 "" "${BOT}"`],
  [
    'combined with the host before it',
    `journal.example:443 203.0.113.7 - - ${TIME} "GET ${TARGET} HTTP/1.1" 200 512 "-" "${BOT}"`,
  ],
  [
    'combined with more behind it',
    `203.0.113.7 - - ${TIME} "GET ${TARGET} HTTP/1.1" 200 512 "-" "${BOT}" "198.51.100.9, 10.0.0.1" 0.002 "journal@docker"`,
  ],
  [
    'combined behind a prefix of syslog',
    `Nov 26 07:44:07 web1 nginx[812]: 203.0.113.7 - - ${TIME} "GET ${TARGET} HTTP/1.1" 200 512 "-" "${BOT}"`,
  ],
  [
    'quotes that Apache escaped, in the referrer and in the URL',
    String.raw`203.0.113.7 - "a \"b\"" ${TIME} "GET /a?q=\"x\"&dks=${TOKEN} HTTP/1.1" 200 512 "https://a.example/?\"" "${BOT} \"quoted\""`,
  ],
  [
    'quotes that nginx escaped, and a character in bytes',
    String.raw`203.0.113.7 - - ${TIME} "GET /\xC3\xA9t\xC3\xA9?q=\x22x\x22&dks=${TOKEN} HTTP/1.1" 200 512 "\x22" "${BOT} \x22x\x22"`,
  ],
  [
    'a target that is encoded once more',
    `203.0.113.7 - - ${TIME} "GET /a?u=%2Fb%3Fdks%3D${TOKEN} HTTP/1.1" 200 512 "-" "${BOT}"`,
  ],
  [
    'a URL of a whole',
    `203.0.113.7 - - ${TIME} "GET https://journal.example:443${TARGET} HTTP/1.1" 200 512 "-" "${BOT}"`,
  ],
  [
    'a line end of Windows',
    `203.0.113.7 - - ${TIME} "GET ${TARGET} HTTP/1.1" 200 5 "-" "${BOT}"\r`,
  ],
  [
    'ALB',
    `h2 2026-11-26T06:44:07.000000Z app/journal/50dc6c495c0c9188 203.0.113.7:2817 10.0.0.66:9000 0.000 0.002 0.000 200 200 5 257 "GET https://journal.example:443${TARGET} HTTP/2.0" "${BOT}" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/73e2d6bc24d8a067 "Root=1-58337327-72bd00b0343d75b906739c42" "journal.example" "-" 1 2026-11-26T06:44:06.000000Z "forward" "-" "-" "10.0.0.66:9000" "200" "-" "-"`,
  ],
  [
    'CloudFront',
    `#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie)\n${['2026-11-26', '06:44:07', 'CDG50-C1', '5123', '203.0.113.7', 'GET', 'd111.cloudfront.net', '/harbour/last-crossing', '200', '-', encodeURIComponent(BOT), `dks=${TOKEN}`, '-'].join('\t')}`,
  ],
  [
    'CloudFront, encoded twice',
    `#Fields: date time cs-uri-stem cs(User-Agent) cs-uri-query\n2026-11-26\t06:44:07\t/a\t${escaped(BOT)}\tx=1&dks=${TOKEN}`,
  ],
  [
    'IIS',
    `#Software: Microsoft Internet Information Services 10.0\n#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query c-ip cs(User-Agent) sc-status\n2026-11-26 06:44:07 10.0.0.1 GET /a dks=${TOKEN} 203.0.113.7 ${BOT.replaceAll(' ', '+')} 200`,
  ],
  [
    'JSON of nginx',
    `{"time_iso8601":"2026-11-26T07:44:07+01:00","remote_addr":"203.0.113.7","request_method":"GET","uri":"/harbour/last-crossing","request_uri":"${TARGET}","request_time":"0.002","http_referrer":"-","http_user_agent":"${BOT}","host":"journal.example"}`,
  ],
  [
    'JSON of nginx with the request line',
    `{"@timestamp":"2026-11-26T06:44:07Z","@fields":{"request":"GET ${TARGET} HTTP/1.1","status":"200","agent":"${BOT}"}}`,
  ],
  [
    'JSON with a query of its own and seconds',
    `{"msec":"${MS / 1000}.000","path":"/a","args":"dks=${TOKEN}","ua":"${BOT}"}`,
  ],
  [
    'JSON with the clock of Apache',
    `{"time":"26/Nov/2026:07:44:07 +0100","url":"${TARGET}","userAgent":"${BOT}"}`,
  ],
  [
    'JSON of Caddy',
    `{"level":"info","ts":${MS / 1000}.25e0,"logger":"http.log.access.log0","msg":"handled request","request":{"remote_ip":"203.0.113.7","proto":"HTTP/2.0","method":"GET","host":"journal.example","uri":"${TARGET}","headers":{"User-Agent":["${BOT}"],"Referer":["https://a.example/?dks=x"]}},"duration":0.002,"status":200}`.replace(
      '.25e0',
      '',
    ),
  ],
  [
    'JSON of Traefik',
    `{"ClientAddr":"203.0.113.7:5311","Duration":2000000,"OriginStatus":200,"RequestHost":"journal.example","RequestMethod":"GET","RequestPath":"${TARGET}","StartUTC":"2026-11-26T06:44:07.000000000Z","request_User-Agent":"${BOT}","time":"2026-11-26T06:44:08Z"}`,
  ],
  [
    'JSON of Cloudflare',
    `{"ClientIP":"203.0.113.7","ClientRequestURI":"${TARGET}","ClientRequestUserAgent":"${BOT}","EdgeStartTimestamp":${MS}000000}`,
  ],
  [
    'JSON of Google Cloud',
    `{"httpRequest":{"requestMethod":"GET","requestUrl":"https://journal.example${TARGET}","userAgent":"${BOT}","remoteIp":"203.0.113.7"},"timestamp":"2026-11-26T06:44:07.000000Z"}`,
  ],
  [
    'JSON of CloudFront',
    `{"date":"2026-11-26","time":"06:44:07","c-ip":"203.0.113.7","cs-uri-stem":"/a","cs-uri-query":"dks=${TOKEN}","cs(User-Agent)":"${BOT}"}`,
  ],
  [
    'JSON of Elastic',
    `{"@timestamp":"2026-11-26T06:44:07.000Z","url":{"original":"${TARGET}"},"user_agent":{"original":"${BOT}","name":"Slackbot"},"source":{"ip":"203.0.113.7"}}`,
  ],
  [
    'JSON of pino',
    `{"level":30,"time":${MS},"req":{"id":1,"method":"GET","url":"${TARGET}","headers":{"user-agent":"${BOT}"},"remoteAddress":"203.0.113.7"},"res":{"statusCode":200},"responseTime":2}`,
  ],
  [
    'JSON behind a prefix of syslog',
    `<190>Nov 26 07:44:07 web1 nginx: {"time":"2026-11-26T06:44:07Z","request":"GET ${TARGET} HTTP/1.1","http_user_agent":"${BOT}"}`,
  ],
  [
    'combined that a container wrapped',
    JSON.stringify({
      log: `203.0.113.7 - - ${TIME} "GET ${TARGET} HTTP/1.1" 200 5123 "-" "${BOT}"\n`,
      stream: 'stdout',
      time: '2026-11-26T06:44:08Z',
    }),
  ],
  [
    'combined that a shipper wrapped',
    JSON.stringify({
      '@timestamp': '2026-11-26T06:44:08Z',
      agent: { type: 'filebeat' },
      log: { file: { path: '/var/log/nginx/access.log' } },
      message: `203.0.113.7 - - ${TIME} "GET ${TARGET} HTTP/1.1" 200 5123 "-" "${BOT}"`,
    }),
  ],
  [
    'combined behind the prefix of a container',
    `2026-11-26T06:44:07.000000000Z stdout F 203.0.113.7 - - ${TIME} "GET ${TARGET} HTTP/1.1" 200 5123 "-" "${BOT}"`,
  ],
  [
    'JSON with blanks',
    `{ "time": "2026-11-26T06:44:07Z", "request": "GET ${TARGET} HTTP/1.1", "http_user_agent": "${BOT}" }`,
  ],
  ['JSON without a time', `{"request_uri":"${TARGET}","http_user_agent":"${BOT}"}`, false],
]

/** The lines by their formats. */
export const ACCESS_LINES: readonly AccessLines[] = SAMPLES.map(
  ([format, lines, timed = true]) => ({
    format,
    lines,
    timed,
  }),
)
