/** An address or a network's base, as one number. */
export interface IpAddress {
  readonly bits: 32 | 128
  readonly value: bigint
}

export interface IpNetwork extends IpAddress {
  readonly prefixLength: number
}

/** `10.0.0.0/16`, `2001:db8::/32`; the bits after the prefix are dropped. */
export function parseNetwork(text: string): IpNetwork | undefined {
  const slash = text.indexOf('/')
  const length = text.slice(slash + 1)
  const address = slash < 0 || !/^\d{1,3}$/.test(length) ? undefined : parseAddress(text.slice(0, slash))
  if (!address || Number(length) > address.bits) return undefined
  const host = BigInt(address.bits - Number(length))
  return { ...address, value: (address.value >> host) << host, prefixLength: Number(length) }
}

function parseAddress(text: string): IpAddress | undefined {
  if (!text.includes(':')) {
    const value = parseV4(text)
    return value === undefined ? undefined : { bits: 32, value }
  }
  const value = parseV6(text)
  return value === undefined ? undefined : { bits: 128, value }
}

/** Leading zeros are decimal, as Terraform keeps allowing them. */
function parseV4(text: string): bigint | undefined {
  const match = /^(\d{1,10})\.(\d{1,10})\.(\d{1,10})\.(\d{1,10})$/.exec(text)
  if (!match || match.slice(1).some((part) => Number(part) > 255)) return undefined
  return match.slice(1).reduce((value, part) => value * 256n + BigInt(part), 0n)
}

function parseV6(text: string): bigint | undefined {
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)
  if (tail) {
    const v4 = parseV4(tail[2]!)
    if (v4 === undefined) return undefined
    return parseV6(`${tail[1]}${(v4 >> 16n).toString(16)}:${(v4 & 0xffffn).toString(16)}`)
  }
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [head = [], rest = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - head.length - rest.length
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined
  const groups = [...head, ...new Array<string>(missing).fill('0'), ...rest]
  if (!groups.every((group) => /^[\dA-Fa-f]{1,4}$/.test(group))) return undefined
  return groups.reduce((value, group) => value * 65536n + BigInt(`0x${group}`), 0n)
}

export function formatAddress({ bits, value }: IpAddress): string {
  if (bits === 32) return formatV4(value)
  // Go shows IPv4 addresses in IPv6 clothes as IPv4.
  if (value >> 32n === 0xffffn) return formatV4(value & 0xffffffffn)
  const groups = Array.from({ length: 8 }, (_, index) =>
    Number((value >> BigInt(112 - index * 16)) & 0xffffn),
  )
  const [start, length] = longestZeroRun(groups)
  const hex = groups.map((group) => group.toString(16))
  if (length < 2) return hex.join(':')
  return `${hex.slice(0, start).join(':')}::${hex.slice(start + length).join(':')}`
}

function formatV4(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 0xffn)).join('.')
}

function longestZeroRun(groups: readonly number[]): readonly [start: number, length: number] {
  let best: readonly [number, number] = [0, 0]
  for (let start = 0; start < groups.length; start++) {
    let end = start
    while (groups[end] === 0) end++
    if (end - start > best[1]) best = [start, end - start]
  }
  return best
}

export function formatNetwork(network: IpNetwork): string {
  return `${formatAddress(network)}/${network.prefixLength}`
}
