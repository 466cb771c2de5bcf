/** The project's folder, from which data, views and migrations are read: one level above this file, compiled or not. */
export const root = new URL("../", import.meta.url);
