type Change<Value> = (before: Value | undefined, after: Value | undefined) => void;

/** A table copied the first time it is written, so that a batch of events copies each table at most once. */
export class DraftTable<Key, Value> {
	readonly #original: ReadonlyMap<Key, Value>;
	#copy: Map<Key, Value> | undefined;

	readonly #onChange: Change<Value>;

	/** `onChange` hears of every value before and after. */
	constructor(original: ReadonlyMap<Key, Value>, onChange: Change<Value> = () => undefined) {
		this.#original = original;
		this.#onChange = onChange;
	}

	get(key: Key): Value | undefined {
		return (this.#copy ?? this.#original).get(key);
	}

	/** True when this changed anything. */
	set(key: Key, value: Value): boolean {
		const before = this.get(key);
		if (before === value) return false;
		this.#copy ??= new Map(this.#original);
		this.#copy.set(key, value);
		this.#onChange(before, value);
		return true;
	}

	/** The values as they are when asked for; putting back what is already there disturbs nothing. */
	values(): Iterable<Value> {
		return (this.#copy ?? this.#original).values();
	}

	/** Keeps only the entries `keep` makes something of. */
	refill(keep: (value: Value) => Value | undefined): void {
		const kept = new Map<Key, Value>();
		for (const [key, value] of this.#copy ?? this.#original) {
			const next = keep(value);
			if (next !== value) this.#onChange(value, next);
			if (next !== undefined) kept.set(key, next);
		}
		this.#copy = kept;
	}

	result(): ReadonlyMap<Key, Value> {
		return this.#copy ?? this.#original;
	}
}
