export interface PlacesWords {
  tile(name: string, inPerson: number): string;
  /** What a state has of its own: "2 lines, 1 center, 12 in-person meetings a week"; said too where it has nothing. */
  has(own: { lines: number; centers: number; others: number; inPerson: number }): string;
  mapLabel: string;
  mapKey: string;
  meetings(name: string): string;
  title: string;
  description: string;
  placeDescription(state: string): string;
  /** A county as people call it, from its name on the map and the two letters of its state. */
  county(name: string, state: string): string;
  elsewhere: string;
  ownHeading(where: string): string;
  someHeading: string;
  whoToCall(where: string): string;
  /** Where nobody we know of takes all calls of a state: said above the lines that answer in every state. */
  noLine(where: string): string;
  nothingSure(where: string, unconfirmed: number): string;
  nationwide: string;
  all(state: string): string;
}
