/** The part behind `//`, which names a directory of the package; a query stays with the address. As go-getter does. */
export function splitSubdirectory(source: string): readonly [address: string, subdirectory: string] {
  const query = source.indexOf('?')
  const stop = query < 0 ? source.length : query
  const scheme = source.slice(0, stop).indexOf('://')
  const at = source.slice(0, stop).indexOf('//', scheme < 0 ? 0 : scheme + 3)
  if (at < 0) return [source, '']
  return [source.slice(0, at) + source.slice(stop), source.slice(at + 2, stop)]
}

/**
 * The full address of what may be written in short, e.g. `git::https://github.com/acme/net.git` for `github.com/acme/net`;
 * addresses with a scheme are as they are. Undefined where it is neither.
 */
export function addressOfShorthand(source: string): string | undefined {
  if (/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(source)) return source
  const [path, query] = splitQuery(source)
  return hostedRepository(path, query) ?? sshRepository(source) ?? bucket(path, query) ?? machinePath(path)
}

function hostedRepository(path: string, query: string): string | undefined {
  const [host, owner, name, ...rest] = path.split('/')
  if ((host !== 'github.com' && host !== 'bitbucket.org') || !owner || !name) return undefined
  const repository = name.endsWith('.git') ? name : `${name}.git`
  const below = rest.length > 0 ? `//${rest.join('/')}` : ''
  return `git::https://${host}/${owner}/${repository}${below}${query}`
}

/** `git@github.com:acme/net.git`, as scp writes it. */
function sshRepository(source: string): string | undefined {
  const [, user, host, path] = /^([^@/\s]+)@([^:/\s]+):\/?(.+)$/s.exec(source) ?? []
  return path === undefined ? undefined : `git::ssh://${user}@${host}/${path}`
}

function bucket(path: string, query: string): string | undefined {
  const [host = ''] = path.split('/')
  if (host.endsWith('.amazonaws.com') && /(?:^|\.)s3[.-]/.test(host)) return `s3::https://${path}${query}`
  return path.startsWith('www.googleapis.com/storage/') ? `gcs::https://${path}${query}` : undefined
}

function machinePath(path: string): string | undefined {
  return path.startsWith('/') || /^[A-Za-z]:[/\\]/.test(path) ? 'file:///' : undefined
}

function splitQuery(source: string): readonly [path: string, query: string] {
  const at = source.indexOf('?')
  return at < 0 ? [source, ''] : [source.slice(0, at), source.slice(at)]
}
