/** nginx, Apache and Caddy with the recipes of `docs/access-logs.md`: one site each, in a folder of its own. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { waitFor } from '../browser/waitFor.js'
import { freePort } from '../freePort.js'
import { readSamples } from './readmeSamples.js'

/** What runs a recipe. */
export interface LogServer {
  name: string
  /** The language of the fenced blocks that are its recipe. */
  language: string
  binary: string
  /** Where Debian has what it loads, beyond the program itself. */
  needs?: string
  /** Its configuration around the recipe, for a site on `port` with its files in `folder`. */
  configure: (recipe: string, folder: string, port: number) => string
  args: (folder: string) => string[]
}

const MODULES = '/usr/lib/apache2/modules'
const APACHE = ['mpm_event', 'authz_core', 'setenvif', 'dir']
// Apache refuses to serve as root, and nginx would give up rights that it needs for the folder of the test.
const isRoot = process.getuid?.() === 0

/** Every server with a recipe that is tried. */
export const LOG_SERVERS: LogServer[] = [
  {
    name: 'nginx',
    language: 'nginx',
    binary: 'nginx',
    configure: (recipe, folder, port) => `
      daemon off; worker_processes 1; pid ${folder}/pid; ${isRoot ? 'user root;' : ''}
      events {}
      http {
        client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
        fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
        proxy_cache_path ${folder}/cache keys_zone=pages:1m;
        ${recipe}
        server {
          listen 127.0.0.1:${port}; root ${folder};
          location /cached/ {
            proxy_pass http://127.0.0.1:${port}/; proxy_cache pages; proxy_cache_valid 1h;
            add_header X-Cache $upstream_cache_status;
          }
        }
      }`,
    args: (folder) => ['-e', 'stderr', '-c', `${folder}/conf`],
  },
  {
    name: 'Apache',
    language: 'apache',
    binary: 'apache2',
    needs: MODULES,
    configure: (recipe, folder, port) => `
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${folder}/pid
ErrorLog ${folder}/error.log
LogLevel info
${APACHE.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join('\n')}
${isRoot ? 'User www-data\nGroup www-data' : ''}
DocumentRoot ${folder}
DirectoryIndex index.html
ErrorDocument 404 /missing.html
${recipe}`,
    args: (folder) => ['-X', '-d', folder, '-f', `${folder}/conf`],
  },
  {
    name: 'Caddy',
    language: 'caddyfile',
    binary: 'caddy',
    configure: (recipe, folder, port) => `${recipe.replace('{', '{\n\tadmin off')}
http://127.0.0.1:${port} {
	log
	root * ${folder}
	reverse_proxy /broken 127.0.0.1:1
	file_server
}`,
    args: (folder) => ['run', '--adapter', 'caddyfile', '--config', `${folder}/conf`],
  },
]

/** The path of a server's program; undefined where it is not installed. */
export function findServer({ binary, needs }: LogServer): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin']
  const found = folders.map((folder) => path.join(folder, binary)).find((file) => existsSync(file))
  return needs && !existsSync(needs) ? undefined : found
}

/** A running site. `logged` waits until its logs hold `mark`, and gives all that they hold. */
export interface Site {
  url: string
  logged: (mark: string) => Promise<string>
}

/** Starts a site with the page `PAGE`, with the recipe from the document, or with `recipe`. It ends with the test. */
export async function startSite(
  server: LogServer,
  program: string,
  recipe?: string,
): Promise<Site> {
  const folder = await mkdtemp(path.join(tmpdir(), 'aparte-logs-'))
  await chmod(folder, 0o755)
  const written = readSamples('docs/access-logs.md')
    .filter(({ language }) => language === server.language)
    .map(({ code }) => code)
    .join('\n')
  const port = await freePort()
  const used = (recipe ?? written).replaceAll(/\/var\/log\/\w+/g, folder)
  await writeFile(`${folder}/conf`, server.configure(used, folder, port))
  for (const page of ['index', 'a', 'missing']) await writeFile(`${folder}/${page}.html`, 'PAGE')
  const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
  const child = spawn(program, server.args(folder), { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', (chunk) => (said += String(chunk)))
  child.stderr.on('data', (chunk) => (said += String(chunk)))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
    await rm(folder, { recursive: true })
  })
  const url = `http://127.0.0.1:${port}`
  await waitFor(`${server.name} to listen`, async () => {
    if (child.exitCode !== null) throw new Error(`${server.name} ended: ${said}`)
    return fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
  })
  const read = async (): Promise<string> => {
    const names = ['access.log', 'error.log', 'caddy.log'].map((name) => `${folder}/${name}`)
    const logs = names.filter((name) => existsSync(name)).map((name) => readFile(name, 'utf8'))
    return (await Promise.all(logs)).join('\n') + said
  }
  const logged = (mark: string): Promise<string> =>
    waitFor(`${mark} in the log of ${server.name}`, async () => {
      const text = await read()
      return text.includes(mark) && text
    })
  return { url, logged }
}
