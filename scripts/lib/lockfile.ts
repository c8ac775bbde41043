export type LockedPackage = {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};
export type Lockfile = { readonly packages: Record<string, LockedPackage> };

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** Optional packages that a package names with an exact version and that the lock file does not hold. */
export function missingOptionalPackages({ packages }: Lockfile): Map<string, LockedPackage> {
  const missing = new Map<string, LockedPackage>();
  for (const locked of Object.values(packages)) {
    for (const [name, version] of Object.entries(locked.optionalDependencies ?? {})) {
      const place = `node_modules/${name}`;
      const isHeld = Object.keys(packages).some((key) => key === place || key.endsWith(`/${place}`));
      if (!isHeld) missing.set(place, { version, ...(locked.dev ? { dev: true } : {}), ...platformOf(name) });
    }
  }
  return missing;
}

/** These packages say in their names where they run; npm needs it said, or it would fetch them everywhere. */
function platformOf(name: string): LockedPackage {
  const words = name.split(/[/-]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : [];
  const glibc = words.some((word) => word.startsWith('gnu')) ? ['glibc'] : [];
  return {
    optional: true,
    ...(os.length > 0 ? { os } : {}),
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(os.includes('linux') && libc.length + glibc.length > 0 ? { libc: [...libc, ...glibc] } : {}),
  };
}
