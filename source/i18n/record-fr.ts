import type {RecordTexts} from './record-en.js';

export const recordFr: RecordTexts = {
	begun: (sites, file) => `Enregistrement de ${sites} dans ${file} jusqu'à Ctrl-C.`,
	plain: "Les jetons n'y sont pas. Les numéros et les noms y sont : --anonymise les change.",
	anonymised: "Les jetons n'y sont pas, les numéros et les noms sont changés.",
	ended: (file, {answers, events, size}) =>
		`Enregistré dans ${file} : réponses ${answers}, événements ${events}, ${size}.`,
};
