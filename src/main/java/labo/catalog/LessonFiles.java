package labo.catalog;

/** The texts of a lesson that lie in files beside {@code lesson.yaml}; what is missing is reported and read as empty. */
interface LessonFiles {
    /** The lesson's introduction; a lesson may have none. */
    String introduction(boolean required);

    /** The exercise's statement. */
    String statement();

    /** What the learner starts from, in the file of that name. */
    String starter(String file);
}
