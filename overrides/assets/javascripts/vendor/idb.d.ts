/** What this site uses of idb; its own types are four times as long as its code. */
export interface IDBPDatabase {
  objectStoreNames: DOMStringList;
  createObjectStore(name: string, options: IDBObjectStoreParameters): unknown;
  transaction(name: string, mode: "readwrite", options: IDBTransactionOptions): { store: any; done: Promise<void> };
  getAll(name: string, query?: IDBKeyRange): Promise<any[]>;
  get(name: string, key: any): Promise<any>;
  close(): void;
}

export function openDB(
  name: string,
  version?: number,
  callbacks?: { upgrade?: (database: IDBPDatabase) => void; blocking?: () => void },
): Promise<IDBPDatabase>;
