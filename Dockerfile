# The command line as a container. Build it from a checkout in which "npm ci" has built dist/:
#   docker build --tag ascribe .
#   docker run --rm --volume "$PWD:/work:ro" ascribe check
FROM node:20.19.0-alpine3.21

# Only git is started, to read revisions. Whoever owns the mounted repository, it may be read.
RUN apk add --no-cache git && git config --system --add safe.directory /work

COPY package.json LICENSE /opt/ascribe/
COPY dist /opt/ascribe/dist
COPY docs/rules /opt/ascribe/docs/rules
RUN ln -s /opt/ascribe/dist/cli.js /usr/local/bin/ascribe

USER node
WORKDIR /work
ENTRYPOINT ["ascribe"]
CMD ["--help"]
