import { type LoopbackServer, type Respond, startServer } from './loopback-https.ts'

/** Address without the host, e.g. `acme/net/aws` → version → where the module is, as the registry says it. */
export type Shelves = Readonly<Record<string, Readonly<Record<string, string>>>>

export interface RegistryOptions {
  /** Only who brings this token is answered. */
  readonly token?: string
  /** `header`: the older `X-Terraform-Get`; `json`: the newer body. */
  readonly style?: 'header' | 'json'
  /** Answers what the protocol does not; archives, say. */
  readonly otherwise?: Respond
}

/** A registry of modules, by https://developer.hashicorp.com/terraform/internals/module-registry-protocol. */
export function startRegistry(shelves: Shelves, options: RegistryOptions = {}): Promise<LoopbackServer> {
  const { token, style = 'header', otherwise } = options
  return startServer((request, response) => {
    const url = request.url ?? ''
    const json = (value: unknown) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(value))
    if (url === '/.well-known/terraform.json') return json({ 'modules.v1': '/v1/modules/' })
    const [, address = '', rest = ''] = /^\/v1\/modules\/([^/]+\/[^/]+\/[^/]+)\/(.+)$/.exec(url) ?? []
    const versions = shelves[address]
    if (!versions) return otherwise ? otherwise(request, response) : response.writeHead(404).end()
    if (token !== undefined && request.headers.authorization !== `Bearer ${token}`)
      return response.writeHead(401).end()
    if (rest === 'versions')
      return json({ modules: [{ versions: Object.keys(versions).map((version) => ({ version })) }] })
    const location = versions[rest.replace(/\/download$/, '')]
    if (location === undefined) return response.writeHead(404).end()
    return style === 'json'
      ? json({ location })
      : response.writeHead(204, { 'x-terraform-get': location }).end()
  })
}
