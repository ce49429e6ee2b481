import { existsSync } from 'node:fs'

/** A Chromium of this machine; undefined where there is none. */
export const BROWSER = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
  .filter((place) => place !== undefined)
  .find((place) => existsSync(place))
