package kr.gosan.premium.filing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.crypto.FieldCipher;

/**
 * How workplaces are called and reached, as their returns told, latest last. Encrypted, bound to the workplace: it names
 * persons.
 */
@Singleton
public class ParticularsStore {

    private final EntityManager entities;
    private final ObjectMapper mapper;
    private final FieldCipher cipher;

    public ParticularsStore(EntityManager entities, ObjectMapper mapper, FieldCipher cipher) {
        this.entities = entities;
        this.mapper = mapper;
        this.cipher = cipher;
    }

    public Optional<Particulars> latest(WorkplaceNumber workplace) {
        List<byte[]> found = entities.createNativeQuery(
                        "select particulars from workplace_particulars where management_no = ?1 order by no desc limit 1",
                        byte[].class)
                .setParameter(1, workplace.digits())
                .getResultList();
        return found.stream().findFirst().map(row -> read(cipher.decrypt(row, binding(workplace))));
    }

    /** Keeps what a filed return tells, when it tells something new. */
    void keep(PremiumReturn filed) {
        Particulars told = filed.content().particulars();
        if (told == null || latest(filed.managementNo()).filter(told::equals).isPresent()) {
            return;
        }
        entities.createNativeQuery("insert into workplace_particulars (management_no, insurance_year, return_id,"
                        + " particulars) values (?1, ?2, ?3, ?4)")
                .setParameter(1, filed.managementNo().digits())
                .setParameter(2, filed.content().insuranceYear())
                .setParameter(3, filed.id())
                .setParameter(4, cipher.encrypt(write(told), binding(filed.managementNo())))
                .executeUpdate();
    }

    private static String binding(WorkplaceNumber workplace) {
        return "workplace_particulars:" + workplace.digits();
    }

    private String write(Particulars told) {
        try {
            return mapper.writeValueAsString(told);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Particulars read(String json) {
        try {
            return mapper.readValue(json, Particulars.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored particulars cannot be read", e);
        }
    }
}
