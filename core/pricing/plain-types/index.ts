import type { Pricer } from '../pricer.ts'
import { ANALYTICS } from './analytics.ts'
import { AZURE } from './azure.ts'
import { DATABASES } from './databases.ts'
import { GOOGLE } from './google.ts'
import { MACHINE_LEARNING } from './machine-learning.ts'
import { NETWORK } from './network.ts'
import { OPERATIONS } from './operations.ts'
import { type PlainType, plainPricer } from './plain-type.ts'
import { SECURITY } from './security.ts'
import { STORAGE } from './storage.ts'

/** Every type that is priced without reading its arguments. */
export const PLAIN_TYPES: readonly PlainType[] = [
  ...ANALYTICS,
  ...AZURE,
  ...DATABASES,
  ...GOOGLE,
  ...MACHINE_LEARNING,
  ...NETWORK,
  ...OPERATIONS,
  ...SECURITY,
  ...STORAGE,
]

export const PLAIN_PRICERS: readonly Pricer[] = PLAIN_TYPES.map(plainPricer)
