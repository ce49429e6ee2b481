/** The user's setup is wrong (bad flag, unreadable configuration, missing revision): shown in one line, no stack. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
}
