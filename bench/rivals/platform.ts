import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The tags that every tool is asked about. */
export const REQUIRED = ['team', 'model_id', 'environment'] as const

const PER_FILE = 20
const FILES_PER_ROOT = 10
const SIZES = ['m5.large', 'm5.2xlarge', 'g5.xlarge', 'g5.12xlarge', 'p4d.24xlarge']

/**
 * Root modules of ten files with twenty resources each; of every ten resources one lacks a tag. Plain tags in literals,
 * so that tools that follow no expression are not at a disadvantage. The same every time.
 */
export function writePlatform(folder: string, resources: number): void {
  for (let at = 0; at < resources; at += PER_FILE) {
    const file = at / PER_FILE
    const root = path.join(folder, `service-${String(Math.floor(file / FILES_PER_ROOT)).padStart(4, '0')}`)
    if (file % FILES_PER_ROOT === 0) {
      mkdirSync(root, { recursive: true })
      writeFileSync(path.join(root, 'providers.tf'), 'provider "aws" {\n  region = "us-east-1"\n}\n')
    }
    const blocks = Array.from({ length: Math.min(PER_FILE, resources - at) }, (_, n) => block(at + n))
    writeFileSync(path.join(root, `part-${file % FILES_PER_ROOT}.tf`), blocks.join('\n'))
  }
}

function block(index: number): string {
  const tags = [
    `    team        = "team-${index % 7}"`,
    ...(index % 10 === 9 ? [] : [`    model_id    = "model_${index % 40}"`]),
    '    environment = "production"',
  ]
  const body =
    index % 2 === 0
      ? `resource "aws_instance" "box_${index}" {\n  ami           = "ami-0"\n  instance_type = "${SIZES[index % SIZES.length]}"\n`
      : `resource "aws_ebs_volume" "disk_${index}" {\n  availability_zone = "us-east-1a"\n  size              = ${20 + (index % 400)}\n  type              = "gp3"\n`
  return `${body}  tags = {\n${tags.join('\n')}\n  }\n}\n`
}

/** Deployments, half of them without the label that is asked for: ten to a file. */
export function writeManifests(folder: string, objects: number): void {
  for (let at = 0; at < objects; at += 10) {
    const documents = Array.from({ length: Math.min(10, objects - at) }, (_, n) => deployment(at + n))
    writeFileSync(path.join(folder, `part-${at / 10}.yaml`), documents.join('---\n'))
  }
}

function deployment(index: number): string {
  const labels = index % 2 === 0 ? `{ app: app-${index}, team: team-${index % 7} }` : `{ app: app-${index} }`
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: app-${index}
  labels: ${labels}
spec:
  replicas: 2
  selector:
    matchLabels: { app: app-${index} }
  template:
    metadata:
      labels: ${labels}
    spec:
      containers:
        - name: main
          image: example/app:1
          resources:
            requests: { cpu: 500m, memory: 1Gi }
            limits: { cpu: 500m, memory: 1Gi }
`
}
