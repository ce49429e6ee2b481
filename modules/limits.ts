const MIB = 1024 * 1024

/** What fetching may take. Whoever needs more runs `terraform init`, whose modules are read without these bounds. */
export const LIMITS = {
  /** Of one run, on both sides together, whether they are had or not. */
  modules: 400,
  /** How deep fetched modules may call further ones. */
  depth: 24,
  /** Text of all packages. */
  totalBytes: 256 * MIB,
  /** Of one package: as it is sent, unpacked, and the number of its files. */
  downloadBytes: 64 * MIB,
  packageBytes: 64 * MIB,
  packageFiles: 20_000,
  /** A larger file of a package is left out: nobody's configuration. */
  fileBytes: 4 * MIB,
  /** JSON that a registry answers with. */
  answerBytes: 8 * MIB,
  /** Packs of a git repository, with all that is no text. */
  repositoryBytes: 256 * MIB,
  parallel: 6,
  redirects: 5,
  /** After which no further module is begun. */
  runMilliseconds: 240_000,
  /** For one request, and without a byte. */
  requestMilliseconds: 60_000,
  silentMilliseconds: 10_000,
  gitMilliseconds: 120_000,
} as const
