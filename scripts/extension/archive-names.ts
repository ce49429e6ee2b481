const ENTRY = 0x02014b50
const END = 0x06054b50

/** The names of the files in a zip archive, from its directory at the end (APPNOTE 4.3.12, 4.3.16). */
export function archiveNames(archive: Buffer): readonly string[] {
  let end = archive.length - 22
  while (end >= 0 && archive.readUInt32LE(end) !== END) end--
  if (end < 0) throw new Error('this is no zip archive')
  const names: string[] = []
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== ENTRY) throw new Error(`the archive's directory is broken at ${at}`)
    const [name, extra, comment] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ]
    names.push(archive.toString('utf8', at + 46, at + 46 + name))
    at += 46 + name + extra + comment
  }
  return names
}
