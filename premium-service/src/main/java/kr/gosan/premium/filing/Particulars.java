package kr.gosan.premium.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.regex.Pattern;
import kr.gosan.platform.json.FieldErrors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Section 가 of the return: how the workplace is called and reached. Everything may be missing; what is given becomes the
 * workplace's latest particulars when the return is filed.
 *
 * @param name at most 100 characters, as {@code representative} and {@code workName}
 * @param district 시·군·구, at most 50 characters
 * @param phone digits with or without hyphens, as {@code mobile} and {@code fax}
 * @param workName name of the work (공사명) of a single work
 */
@Schema(name = "WorkplaceParticulars")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Particulars(
        String name,
        String representative,
        String address,
        String district,
        String phone,
        String mobile,
        String fax,
        String email,
        String workName) {

    private static final Pattern PHONE = Pattern.compile("[0-9][0-9-]{6,18}[0-9]");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}\\.[^@\\s.]{2,63}");

    void check(String pointer, FieldErrors errors) {
        errors.text(pointer + "/name", name, 100);
        errors.text(pointer + "/representative", representative, 100);
        errors.text(pointer + "/address", address, 200);
        errors.text(pointer + "/district", district, 50);
        errors.text(pointer + "/workName", workName, 100);
        phone(pointer + "/phone", phone, errors);
        phone(pointer + "/mobile", mobile, errors);
        phone(pointer + "/fax", fax, errors);
        if (email != null && !EMAIL.matcher(email).matches()) {
            errors.add(pointer + "/email", "email-invalid");
        }
    }

    private static void phone(String pointer, String number, FieldErrors errors) {
        if (number != null && !PHONE.matcher(number).matches()) {
            errors.add(pointer, "phone-number-invalid");
        }
    }

    /** These, and of the earlier ones whatever is not stated here. */
    Particulars over(Particulars earlier) {
        return new Particulars(
                or(name, earlier.name),
                or(representative, earlier.representative),
                or(address, earlier.address),
                or(district, earlier.district),
                or(phone, earlier.phone),
                or(mobile, earlier.mobile),
                or(fax, earlier.fax),
                or(email, earlier.email),
                or(workName, earlier.workName));
    }

    private static String or(String stated, String earlier) {
        return stated == null ? earlier : stated;
    }

    /** Says nothing: how a person is reached is never logged. */
    @Override
    public String toString() {
        return "Particulars[***]";
    }
}
