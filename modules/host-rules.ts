import { BlockList, isIP } from 'node:net'
import { FetchFailure } from './fetch-failure.ts'

const DEFAULT_HOSTS: readonly string[] = ['registry.terraform.io', 'github.com']

/** Where a host that is allowed sends whoever asks it for an archive. */
const COMPANIONS: Readonly<Record<string, readonly string[]>> = {
  'github.com': [
    'api.github.com',
    'codeload.github.com',
    'objects.githubusercontent.com',
    'release-assets.githubusercontent.com',
  ],
}

/** Which hosts may be spoken with, and at which addresses. */
export interface HostRules {
  /** Throws a `FetchFailure` where the address is not https (or ssh), or its host is not allowed. */
  check(url: URL): void
  /** Throws a `FetchFailure` where a host that nobody has named leads into a private network. */
  checkAddress(host: string, address: string): void
}

export function hostRules(allowed: readonly string[] | undefined): HostRules {
  const listed = new Set(allowed ?? DEFAULT_HOSTS)
  const companions = new Set(
    [...listed].flatMap((host) => (Object.hasOwn(COMPANIONS, host) && COMPANIONS[host]) || []),
  )
  const isListed = ({ host, hostname, protocol }: URL): boolean =>
    listed.has(host) || (protocol === 'ssh:' && listed.has(hostname))
  return {
    check(url) {
      if (url.protocol !== 'https:' && url.protocol !== 'ssh:')
        throw new FetchFailure(`${url.protocol}//${url.host} is not encrypted. expected https`)
      if (isListed(url) || companions.has(url.host)) return
      const names = [...listed].join(', ') || 'none'
      throw new FetchFailure(
        `${url.host} is not among the hosts that modules may come from (${names}). "modules.allow-hosts" of ascribe.yml lists them`,
      )
    },
    checkAddress(host, address) {
      // The defaults are not what a person has written down.
      if (allowed?.includes(host) || !isPrivate(address)) return
      throw new FetchFailure(
        `${host} leads to ${address}, an address of a private network. "modules.allow-hosts" of ascribe.yml can list it`,
      )
    },
  }
}

/** https://www.iana.org/assignments/iana-ipv4-special-registry and its twin for IPv6. */
const PRIVATE = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv4')
/** Only 2000::/3 is handed out to the world; of it, these lead to IPv4 or nowhere. */
const PUBLIC_V6 = new BlockList()
PUBLIC_V6.addSubnet('2000::', 3, 'ipv6')
const TUNNELS_V6 = new BlockList()
TUNNELS_V6.addSubnet('2001::', 23, 'ipv6')
TUNNELS_V6.addSubnet('2002::', 16, 'ipv6')

export function isPrivate(address: string): boolean {
  if (isIP(address) === 4) return PRIVATE.check(address, 'ipv4')
  return !PUBLIC_V6.check(address, 'ipv6') || TUNNELS_V6.check(address, 'ipv6')
}
