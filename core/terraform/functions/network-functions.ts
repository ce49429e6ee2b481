import { list, type NumberValue, string } from '../../domain/value.ts'
import { toDecimal } from '../types/decimal.ts'
import { limitItems, made, madeOfMany, numeric, text, whole } from './define.ts'
import { formatAddress, formatNetwork, type IpNetwork, parseNetwork } from './network/ip-address.ts'
import { ArgumentError, type TerraformFunction } from './terraform-function.ts'

export const networkFunctions = {
  cidrhost: made([text('prefix'), numeric('hostnum')], (prefix, hostnum) => {
    const network = networkOf(prefix)
    const room = BigInt(network.bits - network.prefixLength)
    const wanted = integerOf(hostnum, 'hostnum')
    const host = wanted < 0n ? (1n << room) + wanted : wanted
    if (host < 0n || host >= 1n << room)
      throw new ArgumentError(
        `prefix of ${network.prefixLength} does not accommodate a host numbered ${wanted}`,
      )
    return string(formatAddress({ bits: network.bits, value: network.value + host }))
  }),
  cidrnetmask: made([text('prefix')], (prefix) => {
    const { bits, prefixLength } = networkOf(prefix)
    if (bits !== 32) throw new ArgumentError('IPv6 addresses cannot have a netmask', 'prefix')
    const host = BigInt(32 - prefixLength)
    return string(formatAddress({ bits: 32, value: ((1n << 32n) - 1n) & ~((1n << host) - 1n) }))
  }),
  cidrsubnet: made([text('prefix'), whole('newbits'), numeric('netnum')], (prefix, newbits, netnum) => {
    const number = integerOf(netnum, 'netnum')
    return string(formatNetwork(subnet(networkOf(prefix), newbits, number)))
  }),
  cidrsubnets: madeOfMany([text('prefix')], whole('newbits'), (prefix, sizes) => {
    limitItems(sizes.length)
    return list(consecutive(networkOf(prefix), sizes).map((network) => string(formatNetwork(network))))
  }),
} satisfies Record<string, TerraformFunction>

function networkOf(prefix: string): IpNetwork {
  const network = parseNetwork(prefix)
  if (!network) throw new ArgumentError(`invalid CIDR expression: invalid CIDR address: ${prefix}`, 'prefix')
  return network
}

function integerOf(value: NumberValue, parameter: string): bigint {
  const decimal = toDecimal(value)
  if (!decimal || decimal.exponent < 0) throw new ArgumentError('value must be a whole number', parameter)
  return decimal.coefficient * 10n ** BigInt(decimal.exponent)
}

function subnet(network: IpNetwork, newbits: number, netnum: bigint): IpNetwork {
  const prefixLength = network.prefixLength + newbits
  if (prefixLength > network.bits)
    throw new ArgumentError(
      `insufficient address space to extend prefix of ${network.prefixLength} by ${newbits}`,
    )
  if (prefixLength < 0) throw new ArgumentError('must not be negative', 'newbits')
  const numbered = netnum < 0n ? -netnum : netnum
  if (newbits >= 0 && numbered >= 1n << BigInt(newbits))
    throw new ArgumentError(`prefix extension of ${newbits} does not accommodate a subnet numbered ${netnum}`)
  // Negative numbers are of little use, and go-cidr gives the magnitude of what comes of their bits.
  const value = network.value | (netnum << BigInt(network.bits - prefixLength))
  return { ...network, prefixLength, value: value < 0n ? -value : value }
}

/** Networks one after the other, each aligned to its own size. */
function consecutive(network: IpNetwork, sizes: readonly number[]): readonly IpNetwork[] {
  const end = network.value + (1n << BigInt(network.bits - network.prefixLength))
  let next = network.value
  return sizes.map((newbits) => {
    if (newbits < 1) throw new ArgumentError('must extend prefix by at least one bit', 'newbits')
    const prefixLength = network.prefixLength + newbits
    if (newbits > 32) throw new ArgumentError('may not extend prefix by more than 32 bits', 'newbits')
    if (prefixLength > network.bits)
      throw new ArgumentError(
        `not enough remaining address space for a subnet with a prefix of ${prefixLength} bits after ${network.prefixLength}`,
        'newbits',
      )
    const size = 1n << BigInt(network.bits - prefixLength)
    const value = ((next + size - 1n) / size) * size
    next = value + size
    if (next > end)
      throw new ArgumentError(
        `not enough remaining address space for a subnet with a prefix of ${prefixLength} bits`,
        'newbits',
      )
    return { bits: network.bits, value, prefixLength }
  })
}
