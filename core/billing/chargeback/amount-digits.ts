import type { Usd } from '../../domain/money.ts'
import { writeCents } from '../decimal.ts'

/** Whole cents as they are booked: `1234.50`. */
export const amountDigits = (amount: Usd): string => writeCents(BigInt(amount) / 10_000n)
