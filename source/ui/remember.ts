/** Makes something anew only when one of the parts it depends on is another than before. */
export const createMemory = <Made>(): ((basis: readonly unknown[], make: () => Made) => Made) => {
	let known: {readonly basis: readonly unknown[]; readonly made: Made} | undefined;
	return (basis, make) => {
		if (known && isSame(known.basis, basis)) return known.made;
		known = {basis, made: make()};
		return known.made;
	};
};

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
	one.length === other.length && one.every((part, index) => part === other[index]);
