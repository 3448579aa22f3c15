/** Names of numbers that the user gave, by number in the form providers give, `0033…`. */
export type Contacts = ReadonlyMap<string, string>;

export const noContacts: Contacts = new Map();
