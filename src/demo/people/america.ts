import { peopleOf } from './person.js';

/** Invented people of Canadian and American cities. */
export const AMERICANS = peopleOf({
  "St John's": [
    ['Bernadette Careen', 'en', 'sound'], ['Gideon Puddicombe', 'en', 'water'], ['Anika Mistry-Walsh', 'en', 'access'],
    ['Sakari Okpikson', 'en', 'languages'], ['Loretta Kinsfolk', 'en', 'knowledge'], ['Emeka Noseworthy', 'en', 'repair'],
    ['Maude Fitzgibbon', 'en', 'sky'],
  ],
  Montréal: [
    ['Jacinthe Beauregard-Lô', 'fr en', 'cities'], ['Kateri Aubin-Dupuis', 'fr en', 'languages'],
    ['Widlène Toussaint-Roy', 'fr en', 'sound'],
    ['Rosaire Gagnebin', 'fr', 'repair'], ['Hoa Nguyen-Lavallée', 'fr en', 'access'], ['Bastien Charlebourg', 'fr en', 'knowledge'],
    ['Marguerite Ouimette', 'fr en', 'water'], ['Pascal Abitibi', 'fr en', 'sky'], ['Élodie Sansregret', 'fr en', 'interpreting'],
    ['Samir Belkacemi', 'fr en', 'cities'],
  ],
  Toronto: [
    ['Deborah-Ann Wickham', 'en', 'cities'], ['Parisa Jalilvand', 'fa en', 'languages'], ['Tariq Osmani-Doyle', 'en', 'repair'],
    ['Gurleen Sandhawalia', 'en', 'access'], ['Taraneh Vafaei', 'fa en', 'access'], ['Kamran Adibi', 'fa en', 'repair'],
    ['Olufunke Bademosi', 'en', 'knowledge'],
    ['مهرداد رهنما', 'fa en', 'water'], ['Nathaniel Two-Rivers', 'en', 'water'], ['Setareh Monfared', 'fa en', 'interpreting'],
    ['Ludmila Hrynchak', 'en', 'sound'], ['Farid Noorbakhsh', 'fa en', 'knowledge'], ['Quentin Saldanha', 'en', 'sky'],
  ],
  Vancouver: [
    ['Tamsin Charlebois-Moon', 'en', 'languages'], ['Mei-Ling Abernathy', 'en', 'cities'], ['Behrouz Tavangar', 'fa en', 'sound'],
    ['Haruka Stonebridge', 'en', 'repair'], ['Niloufar Sarmadi', 'fa en', 'knowledge'], ['Joaquín Whitecloud-Perez', 'en es', 'water'],
    ['لیلا سپهری‌نیا', 'fa en', 'languages'], ['Sukhdeep Marwaha', 'en', 'access'], ['Ansel Thorvaldson', 'en', 'sky'],
    ['Mitra Kaviani', 'fa en', 'interpreting'],
  ],
  'New York': [
    ['Ximena Altagracia', 'es en', 'sound'], ['Ezra Blumenkranz', 'en', 'knowledge'], ['Tanisha Broadwater', 'en', 'access'],
    ['Rogelio Montes-Ife', 'es en', 'cities'], ['Yevgenia Pasternack', 'en', 'languages'], ['Darnell Figueroa', 'en es', 'repair'],
    ['Sangeeta Krishnarao', 'en', 'water'], ['Percival Nguema', 'en fr', 'sky'], ['Carmenza Ibargüen', 'es en', 'interpreting'],
    ['Florentina Yagual', 'es', 'languages'],
  ],
  Chicago: [
    ['Lavinia Stroud', 'en', 'cities'], ['Ramiro Echeverri-Boone', 'es en', 'knowledge'], ['Eusebio Carranza', 'es en', 'repair'],
    ['Bogumiła Wrzesień', 'en', 'sound'],
    ['Kenyatta Moorehouse', 'en', 'knowledge'], ['Guadalupe Tinajero', 'es en', 'access'], ['Anders Ravnholt', 'en', 'water'],
    ['Citlali Ordóñez-Webb', 'es en', 'languages'], ['Jedediah Amponsah', 'en', 'sky'], ['Marcelo Iturbide-Ross', 'es en', 'interpreting'],
  ],
  Denver: [
    ['Shoshana Redgrove', 'en', 'sky'], ['Arturo Belalcázar', 'es en', 'water'], ['Clementine Vossberg', 'en', 'repair'],
    ['Duc Hollingsworth', 'en', 'access'], ['Rosaura Maldonado-Pike', 'es en', 'cities'], ['Inés Quintanilla', 'es en', 'sky'],
    ['Tendai Chikowore', 'en', 'knowledge'],
    ['Wilhelmina Yazzetti', 'en', 'languages'], ['Emiliano Tafoya', 'es en', 'sound'],
  ],
  'Los Angeles': [
    ['Delfina Arriaga-Soto', 'es en', 'cities'], ['Houman Dastranji', 'fa en', 'sky'], ['Araceli Montenegro', 'es en', 'sound'],
    ['Jamarcus Ellington-Frey', 'en', 'repair'], ['کیمیا فرزانگان', 'fa en', 'access'], ['Hye-rin Castleberry', 'en', 'knowledge'],
    ['Bijan Solhjoo', 'fa en', 'water'], ['Ignacio Tepeyac', 'es en', 'languages'], ['Marjan Afshinpour', 'fa en', 'interpreting'],
    ['Lupe Villaseñor-Kane', 'es en', 'knowledge'], ['Armen Vartanessian', 'en', 'sound'],
  ],
  Honolulu: [
    ['Kealohi Nāmaka', 'en', 'water'], ['Puanani Medeiros', 'en', 'languages'], ['Hiroshi Kamakea', 'en', 'sky'],
    ['Sefina Tuiasosopo-Lee', 'en', 'sound'], ['Leilani Hoapili', 'en', 'cities'], ['Winston Carvalho-Ito', 'en', 'repair'],
    ['Dolores Agpalo', 'en', 'access'], ['Makoa Fernandes', 'en', 'knowledge'],
  ],
});
