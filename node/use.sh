# Sourced by npm's scripts. Where the machine's own Node was too old, `npm ci` has installed another (x64 and arm64, in this folder,
# say when); from here on that one comes first. Not by node_modules/.bin: npm 10 removes its link there.
for folder in "$PWD"/node_modules/node-linux-*/bin; do
  if [ -x "$folder/node" ]; then PATH=$folder:$PATH; fi
done

# Reading TypeScript is the newest thing that is asked of it.
if ! node -e 'process.exit(process.features.typescript ? 0 : 1)'; then
  echo "Porchlight needs Node 22.18 or later, and this is $(node --version). Install a newer Node, then run npm ci again." >&2
  exit 1
fi

# Node keeps what it has compiled, so that a start need not compile three megabytes again. Where the folder cannot be written, it does.
export NODE_COMPILE_CACHE="${NODE_COMPILE_CACHE-$PWD/node_modules/.cache/node}"
